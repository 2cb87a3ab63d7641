package com.opsatc.kernel.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.opsatc.kernel.figure.ActivityCounts;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.figure.VariantStats;
import com.opsatc.kernel.log.ArrayLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseVisitorTest {
    private static final TestPass PASS = TestPass.of(3);
    /** A case A B B C A with the first B overlapping A, a case A B, and a case that is one C lasting 7. */
    private static final ArrayLog LOG = ArrayLog.builder()
            .add(1, 0, 0, 10)
            .add(1, 1, 6, 20)
            .add(1, 1, 20, 20)
            .add(1, 2, 50, 60)
            .add(1, 0, 160, 160)
            .add(2, 0, 0, 0)
            .add(2, 1, 8, 9)
            .add(3, 2, 100, 107)
            .build();

    @Test
    void finish_threeCases_hasTheEdgesCountedByHand() {
        MinedLog mined = mine(LOG);

        assertThat(mined.edges())
                .extracting(EdgeStats::from, EdgeStats::to, EdgeStats::n, EdgeStats::cases, EdgeStats::sumUs)
                .containsExactly(
                        tuple(0, 1, 2L, 2L, 8L),
                        tuple(1, 1, 1L, 1L, 0L),
                        tuple(1, 2, 1L, 1L, 30L),
                        tuple(2, 0, 1L, 1L, 100L));
        EdgeStats overlapping = mined.edges().get(0);
        assertThat(overlapping.overlapN()).isEqualTo(1);
        assertThat(overlapping.overlapUs()).isEqualTo(4);
        assertThat(overlapping.minUs()).isZero();
        assertThat(overlapping.maxUs()).isEqualTo(8);
        assertThat(overlapping.quantileUs(1, 2)).isEqualTo(4);
        assertThat(overlapping.recoverable()).isEqualTo(new EdgeStats.Recoverable(2, 6));
        assertThat(mined.edges()).extracting(EdgeStats::ties).containsExactly(0L, 1L, 0L, 0L);
    }

    @Test
    void finish_threeCases_hasTheActivitiesAndCyclesCountedByHand() {
        MinedLog mined = mine(LOG);

        assertThat(mined.activities())
                .containsExactly(
                        new ActivityCounts(0, 3, 2, 1, 0, 1, 1),
                        new ActivityCounts(1, 3, 0, 1, 1, 0, 1),
                        new ActivityCounts(2, 2, 1, 1, 0, 0, 0));
        assertThat(mined.cases()).isEqualTo(3);
        assertThat(mined.events()).isEqualTo(8);
        assertThat(mined.reworkCases()).isEqualTo(1);
        // 160 - 0, 9 - 0 and 107 - 100
        assertThat(mined.cycle().sumUs()).isEqualTo(176);
        assertThat(mined.cycle().quantileUs(1, 2)).isEqualTo(9);
        assertThat(mined.variants())
                .extracting(VariantStats::toString)
                .containsExactly("[0, 1] x1", "[0, 1, 1, 2, 0] x1", "[2] x1");
    }

    @Test
    void visit_secondStartsBeforeTheFirst_cycleBeginsAtTheEarliestStart() {
        MinedLog mined =
                mine(ArrayLog.builder().add(1, 0, 50, 60).add(1, 1, 10, 70).build());

        assertThat(mined.cycle().sumUs()).isEqualTo(60);
    }

    @Test
    void visit_activityOutsideThePass_fails() {
        assertThatThrownBy(() -> mine(ArrayLog.builder().add(1, 3, 0).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot mine an event with activity code 3: the pass has codes 0 to 2;"
                        + " take both from one snapshot");
    }

    @Test
    void visit_completedBeforeStarted_fails() {
        assertThatThrownBy(() ->
                        mine(ArrayLog.builder().add(1, 0, 9).add(1, 0, 9, 8).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot mine the event at position 1 of a case: it completes before it starts;"
                        + " quarantine such rows at admission");
    }

    @Test
    void visit_stateTaken_fails() {
        CaseVisitor visitor = new CaseVisitor(PASS.pass());
        visitor.state();

        assertThatThrownBy(() -> visitor.visit(LOG.blocks()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot visit more events: the state of this visitor was already taken");
    }

    @Test
    void visit_caseOverSeveralBlocks_isOneCase() {
        ArrayLog.Builder log = ArrayLog.builder().add(1, 0, 0);
        for (int i = 1; i <= 5_000; i++) {
            log.add(2, i % 2, i * 10L);
        }

        MinedLog mined = mine(log.add(3, 2, 7).build());

        assertThat(mined.cases()).isEqualTo(3);
        assertThat(mined.events()).isEqualTo(5_002);
        assertThat(mined.cycle().maxUs()).isEqualTo(49_990);
        assertThat(mined.edges())
                .extracting(EdgeStats::from, EdgeStats::to, EdgeStats::n, EdgeStats::sumUs)
                .containsExactly(tuple(0, 1, 2_499L, 24_990L), tuple(1, 0, 2_500L, 25_000L));
    }

    @Test
    void finish_splitMissingInTheMiddle_fails() {
        assertThatThrownBy(() -> part(0, 2).merge(part(3, 8)).finish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot finish mining: a case straddles splits and 1 events are missing,"
                        + " from position 2; read every split of the log exactly once");
    }

    @Test
    void finish_firstSplitMissing_fails() {
        assertThatThrownBy(() -> part(2, 8).finish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot finish mining: a case straddles splits and 2 events are missing,"
                        + " from position 0; read every split of the log exactly once");
    }

    @Test
    void finish_lastSplitMissing_fails() {
        assertThatThrownBy(() -> part(0, 4).finish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot finish mining: a case straddles splits and its events from position 4 are missing;"
                        + " read every split of the log exactly once");
    }

    @Test
    void finish_splitReadTwice_fails() {
        assertThatThrownBy(() -> PassState.mergeAll(List.of(part(0, 2), part(1, 4), part(4, 8)))
                        .finish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot finish mining: a case straddles splits and its events from position 1"
                        + " were read twice; read every split of the log exactly once");
    }

    @Test
    void finish_endOfACaseReadTwice_fails() {
        assertThatThrownBy(() -> PassState.mergeAll(List.of(part(0, 2), part(2, 5), part(2, 5)))
                        .finish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its events from position 2 were read twice");
    }

    private static PassState part(int from, int to) {
        return PASS.state(LOG, from, to);
    }

    private static MinedLog mine(ArrayLog log) {
        return PASS.mine(log);
    }
}
