package com.opsatc.kernel.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.edge.EdgeMeasure;
import com.opsatc.kernel.measure.period.Periods;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassStateTest {
    private static final TestPass PASS = TestPass.of(4, 0, 1_000);

    @Test
    void finish_emptyState_hasNothing() {
        MinedLog mined = PASS.finish(PassState.empty(PASS.pass()));

        assertThat(mined.cases()).isZero();
        assertThat(mined.edges()).isEmpty();
        assertThat(mined.variants()).isEmpty();
        assertThat(mined.cycle().n()).isZero();
        assertThat(mined.cycle().sumUs()).isZero();
        assertThatThrownBy(() -> mined.cycle().meanUs()).hasMessage("Invalid figure: there are no durations");
        assertThatThrownBy(() -> mined.cycle().quantileUs(1, 2)).hasMessage("Invalid quantile: there are no values");
    }

    @Test
    void merge_otherPass_fails() {
        PassState other = PassState.empty(TestPass.of(4, 0, 1_000).pass());

        assertThatThrownBy(() -> PassState.empty(PASS.pass()).merge(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot merge mining states: they are of two passes");
    }

    @Test
    void fromBytes_otherPass_fails() {
        byte[] bytes = state().toBytes();

        assertThatThrownBy(() -> PassState.fromBytes(new CasePass(4), bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read a mining state: it is of another pass");
    }

    @Test
    void mergeAll_none_fails() {
        assertThatThrownBy(() -> PassState.mergeAll(List.of()))
                .hasMessage("Cannot merge mining states: there are none");
    }

    @Test
    void periods_notAscending_fails() {
        assertThatThrownBy(() -> new Periods(new long[] {5, 5}))
                .hasMessage("Invalid periods: their starts must ascend,"
                        + " but number 1 (from 0) is not after the one before it");
    }

    @Test
    void fromBytes_cutAnywhereOrExtended_fails() {
        byte[] bytes = state().toBytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PassState.fromBytes(PASS.pass(), cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Cannot read a mining state: its bytes are damaged at offset ");
        }
        assertThatThrownBy(() -> PassState.fromBytes(PASS.pass(), Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read a mining state: its bytes are damaged at offset " + bytes.length + " of "
                        + (bytes.length + 1) + "; send them whole");
    }

    @Test
    void fromBytes_otherBytes_fails() {
        assertThatThrownBy(() -> PassState.fromBytes(PASS.pass(), new byte[64]))
                .hasMessage("Cannot read a mining state: the bytes are none, or of another version");
    }

    @Test
    void toBytes_wholeSeconds_takesFewBytesForEachGap() {
        ArrayLog.Builder log = ArrayLog.builder();
        for (int i = 0; i < 10_000; i++) {
            log.add(1, 0, i * 3_600_000_000L);
        }
        CasePass pass = new CasePass(1);
        pass.add(() -> new EdgeMeasure(Coding.ACTIVITY, 1, EdgeMeasure.Gap.TO_BEGIN, Periods.NONE));
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(log.build().blocks());

        // 3,600 seconds fit in two bytes
        assertThat(visitor.state().toBytes().length).isBetween(20_000, 20_100);
    }

    private static PassState state() {
        ArrayLog log = ArrayLog.builder()
                .add(1, 0, 10)
                .add(1, 3, 2_000)
                .add(2, 1, 1)
                .add(2, 1, 900, 1_001)
                .add(2, 2, 5_000)
                .build();
        return PASS.state(log, 0, 4);
    }
}
