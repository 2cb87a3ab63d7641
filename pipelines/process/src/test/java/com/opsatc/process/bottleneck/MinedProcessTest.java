package com.opsatc.process.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ObjectPassages;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.InstanceTimes;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.WorkMeasures;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.eventlog.EventLogs;
import com.opsatc.process.eventlog.InstanceLogs;
import com.opsatc.process.mine.ViewPass;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.testing.LocalSpark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which passages of an edge its time is measured over: of those from Check to Pack three of four end with a recorded start,
 * from Pack to Ship one of two, from Ship to Bill one of three.
 */
class MinedProcessTest {
    private static final List<Row> EVENTS = List.of(
            event("a", "Check", 0L, 10, 1),
            event("a", "Pack", 20L, 30, 2),
            event("a", "Ship", null, 90, 3),
            event("b", "Check", 0L, 10, 4),
            event("b", "Pack", 50L, 60, 5),
            event("c", "Check", 0L, 10, 7),
            event("c", "Pack", 80L, 90, 8),
            event("c", "Ship", 95L, 99, 9),
            event("c", "Bill", 100L, 110, 6),
            event("d", "Check", 0L, 10, 10),
            event("d", "Pack", null, 500, 11),
            event("e", "Ship", 0L, 10, 12),
            event("e", "Bill", null, 20, 13),
            event("f", "Ship", 0L, 10, 14),
            event("f", "Bill", null, 30, 15));

    @TempDir
    private static Path warehouse;

    private static InstanceTimes times;
    private static MinedLog mined;
    private static List<String> names;

    @BeforeAll
    static void mine() {
        LocalSpark.plainCatalog("steps", warehouse);
        AttemptTables tables = new AttemptTables(LocalSpark.session(), "steps", "a1", Map.of(), table -> {});
        EventLogs.Written log = EventLogs.write(
                LocalSpark.session(), tables, "s", LocalSpark.session().createDataFrame(EVENTS, CanonicalTables.EVENT));
        InstanceLogs.write(tables, "s", log);
        names = log.codes().activities();
        CasePass pass = new CasePass(names.size());
        ViewMeasures view = ViewMeasures.in(pass, Coding.ACTIVITY, names.size(), Periods.NONE);
        WorkMeasures work = WorkMeasures.in(pass, names.size(), Periods.NONE);
        PassResults found = ViewPass.over(InstanceLogs.stored(tables, "s"), /* classified= */ false, pass);
        mined = view.of(found);
        times = work.of(found);
    }

    @Test
    void steps_atLeastHalfOfTheStartsRecorded_areWaitingOverThoseAlone() {
        assertThat(instances().steps())
                .extracting(step ->
                        step.from() + " " + step.to() + " " + step.measure().symbol() + " "
                                + step.passages().n() + " " + step.passages().sumUs() + " " + step.withoutStart())
                .containsExactly(
                        "Check Pack waiting 3 120 1", "Pack Ship waiting 1 5 1", "Ship Bill inter-completion 3 41 0");
    }

    @Test
    void steps_recordedEvents_areAllInterCompletion() {
        assertThat(new MinedProcess("p", "case", LogView.ACTIVITY, mined, names).steps())
                .extracting(
                        step -> step.measure().symbol() + " " + step.passages().n() + " " + step.withoutStart())
                .containsExactly("inter-completion 4 0", "inter-completion 2 0", "inter-completion 3 0");
    }

    @Test
    void rank_someStartsNotRecorded_leavesThemOutAndSaysHowMany() {
        Bottleneck first = Bottlenecks.rank(instances()).get(0);

        // First quartile of 10, 40 and 70 is 25.
        assertThat(first.from() + " " + first.to() + " " + first.measure().symbol())
                .isEqualTo("Check Pack waiting");
        assertThat(List.of(first.n(), first.cases(), first.targetUs(), first.recoverableUs(), first.nWithoutStart()))
                .containsExactly(3L, 3L, 25L, 60L, 1L);
    }

    @Test
    void rank_moreThanHalfOfThePassagesBetweenObjects_isNeverRanked() {
        assertThat(Bottlenecks.rank(instances().with(interleaved("0.5"))).get(0).from())
                .isEqualTo("Check");
        assertThat(Bottlenecks.rank(instances().with(interleaved("0.500001"))))
                .extracting(Bottleneck::from)
                .isNotEmpty()
                .doesNotContain("Check");
    }

    /** What is known of the edge from Check to Pack. */
    private static ObjectFacts interleaved(String share) {
        return new ObjectFacts(
                Optional.empty(),
                Map.of(),
                Map.of(
                        new ObjectFacts.Passage("Check", "Pack"),
                        new ObjectPassages(2, new BigDecimal(share), null, null, null)),
                Map.of());
    }

    @Test
    void edges_instances_haveAllPassagesAndThoseThatAreWaiting() {
        assertThat(instances().edges().edges())
                .extracting(edge -> edge.from() + " " + edge.n() + " " + edge.sumUs() + " " + waiting(edge))
                .containsExactly("Check 4 640 3 of 120", "Ship 3 41 1 of 1", "Pack 2 69 1 of 5");
    }

    private static MinedProcess instances() {
        return new MinedProcess("p", "case", LogView.ACTIVITY_INSTANCE, mined, names, Optional.of(times));
    }

    private static String waiting(Edge edge) {
        return edge.waiting().n() + " of " + edge.waiting().sumUs();
    }

    private static Row event(String caseId, String activity, Long start, long time, long row) {
        return RowFactory.create(
                "e" + row, caseId, activity, null, start, time, row, null, "test", "f".repeat(64), row, null, null);
    }
}
