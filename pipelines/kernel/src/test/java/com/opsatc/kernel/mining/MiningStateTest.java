package com.opsatc.kernel.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.mining.figure.MinedLog;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiningStateTest {
    private static final MiningPlan PLAN = new MiningPlan(4, new long[] {0, 1_000}, true);

    @Test
    void finish_emptyState_hasNothing() {
        MinedLog mined = MiningState.empty(PLAN).finish();

        assertThat(mined.cases()).isZero();
        assertThat(mined.edges()).isEmpty();
        assertThat(mined.variants()).isEmpty();
        assertThat(mined.cycle().n()).isZero();
        assertThat(mined.cycle().sumUs()).isZero();
        assertThatThrownBy(() -> mined.cycle().meanUs()).hasMessage("Invalid figure: there are no durations");
        assertThatThrownBy(() -> mined.cycle().quantileUs(1, 2)).hasMessage("Invalid quantile: there are no values");
    }

    @Test
    void merge_otherPlan_fails() {
        MiningState other = MiningState.empty(new MiningPlan(5, new long[0], true));

        assertThatThrownBy(() -> MiningState.empty(PLAN).merge(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot merge mining states: one was collected for"
                        + " MiningPlan[activities=4, periods=2, variants=true],"
                        + " one for MiningPlan[activities=5, periods=0, variants=true]");
    }

    @Test
    void mergeAll_none_fails() {
        assertThatThrownBy(() -> MiningState.mergeAll(List.of()))
                .hasMessage("Cannot merge mining states: there are none");
    }

    @Test
    void plan_periodsNotAscending_fails() {
        assertThatThrownBy(() -> new MiningPlan(1, new long[] {5, 5}, false))
                .hasMessage("Invalid plan: the starts of periods must ascend,"
                        + " but number 1 (from 0) is not after the one before it");
    }

    @Test
    void fromBytes_cutAnywhereOrExtended_fails() {
        byte[] bytes = state().toBytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MiningState.fromBytes(cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Cannot read a mining state: its bytes are damaged at offset ");
        }
        assertThatThrownBy(() -> MiningState.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read a mining state: its bytes are damaged at offset " + bytes.length + " of "
                        + (bytes.length + 1) + "; send them whole");
    }

    @Test
    void fromBytes_otherBytes_fails() {
        assertThatThrownBy(() -> MiningState.fromBytes(new byte[64]))
                .hasMessage("Cannot read a mining state: the bytes are none, or of another version");
    }

    @Test
    void toBytes_wholeSeconds_takesFewBytesForEachGap() {
        ArrayLog.Builder log = ArrayLog.builder();
        for (int i = 0; i < 10_000; i++) {
            log.add(1, 0, i * 3_600_000_000L);
        }
        MiningVisitor visitor = new MiningVisitor(new MiningPlan(1, new long[0], false));
        visitor.visit(log.build().cursor());

        // 3,600 seconds fit in two bytes
        assertThat(visitor.state().toBytes().length).isBetween(20_000, 20_100);
    }

    private static MiningState state() {
        MiningVisitor visitor = new MiningVisitor(PLAN);
        ArrayLog log = ArrayLog.builder()
                .add(1, 0, 10)
                .add(1, 3, 2_000)
                .add(2, 1, 1)
                .add(2, 1, 900, 1_001)
                .add(2, 2, 5_000)
                .build();
        visitor.visit(log.cursor(0, 4));
        return visitor.state();
    }
}
