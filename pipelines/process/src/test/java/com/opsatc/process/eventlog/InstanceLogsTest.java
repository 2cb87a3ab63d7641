package com.opsatc.process.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.InstanceTimes;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.WorkMeasures;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.pairing.Transition;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.PassResults;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.mine.ViewPass;
import com.opsatc.process.store.AttemptTables;
import com.opsatc.process.testing.LocalSpark;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class InstanceLogsTest {
    private static final String FILE_A = "a".repeat(64);
    private static final String FILE_B = "b".repeat(64);
    private static final List<Row> EVENTS = List.of(
            event("case-1", "Register", null, null, 0, 1, FILE_A),
            event("case-1", "Check", "SCHEDULE", null, 1, 2, FILE_A),
            event("case-1", "Check", "START", null, 10, 3, FILE_B),
            event("case-1", "Call", "start", null, 15, 4, FILE_A),
            event("case-1", "Check", "suspend", null, 20, 5, FILE_A),
            event("case-1", "Check", "resume", null, 25, 6, FILE_A),
            event("case-1", "Check", "complete", null, 40, 7, FILE_A),
            event("case-1", "Call", "complete", null, 60, 8, FILE_A),
            event("case-1", "Pack", "complete", 70L, 90, 9, FILE_A),
            event("case-1", "Check", "complete", null, 100, 10, FILE_A),
            event("case-1", "Call", "reassign", null, 101, 11, FILE_A),
            event("case-1", "Call", "schedule", null, 102, 12, FILE_A),
            event("case-1", "Call", "withdraw", null, 103, 13, FILE_A),
            event("case-1", "Call", "start", null, 104, 14, FILE_A),
            event("case-2", "Call", "start", null, 7, 15, FILE_A),
            event("case-2", "Call", "ate_abort", null, 9, 16, FILE_A));

    @TempDir
    private Path warehouse;

    @Test
    void write_everyTransition_givesInstancesAndKeepsTheRestWithItsReason(TestInfo test) {
        AttemptTables tables = tables(test, "a1");
        EventLogs.Written log = EventLogs.write(LocalSpark.session(), tables, "s", rows(EVENTS));
        LogCodes codes = log.codes();

        InstanceLogs.Written written = InstanceLogs.write(tables, "s", log);

        // case, position, last, activity, start, completion, cited start, cited completion, their keys
        assertThat(text(InstanceLogs.named(LocalSpark.session(), tables, "s", codes, written)))
                .containsExactly(
                        "case-1 0 false Register 0 0 a1 a1 NO 1 NO 1",
                        "case-1 1 false Check 10 40 b3 a7 NO 3 NO 7",
                        "case-1 2 false Call 15 60 a4 a8 null null",
                        "case-1 3 false Pack 70 90 a9 a9 NO 9 NO 9",
                        "case-1 4 true Check 100 100 a10 a10 NO 10 NO 10",
                        "case-2 0 true Call 7 9 a15 a16 NO 15 null");
        assertThat(tables.read(InstanceLog.unpaired("s")).orderBy("row").collectAsList().stream()
                        .map(row ->
                                codes.activities().get(row.getInt(2)) + " " + row.getString(1) + " " + row.getLong(4)))
                .containsExactly("Call unmatched-transition 11", "Call never-begun 12", "Call open 14");
        assertThat(written.unpaired())
                .containsExactlyInAnyOrderEntriesOf(Map.of("never-begun", 1L, "open", 1L, "unmatched-transition", 1L));
    }

    @Test
    void times_parallelWorkRestAndAnUnknownStart_areToldApart(TestInfo test) {
        AttemptTables tables = tables(test, "a1");
        LogCodes codes = write(tables, EVENTS);
        CasePass pass = new CasePass(codes.activities().size());
        ViewMeasures view =
                ViewMeasures.in(pass, Coding.ACTIVITY, codes.activities().size(), Periods.NONE);
        WorkMeasures work = WorkMeasures.in(pass, codes.activities().size(), Periods.NONE);
        PassResults found = ViewPass.over(InstanceLogs.stored(tables, "s"), /* classified= */ false, pass);
        InstanceTimes times = work.of(found);

        int call = codes.activities().indexOf("Call");
        int check = codes.activities().indexOf("Check");
        int pack = codes.activities().indexOf("Pack");
        int register = codes.activities().indexOf("Register");
        assertThat(times.processing().get(check).n()).isEqualTo(1);
        assertThat(times.processing().get(check).sumUs()).isEqualTo(25);
        assertThat(times.processing().get(call).sumUs()).isEqualTo(45 + 2);
        assertThat(times.processing().get(register).n()).isZero();
        assertThat(times.startsKnown()).isEqualTo(4);
        assertThat(times.waiting(check, call).orElseThrow().overlapUs()).isEqualTo(25);
        assertThat(times.waiting(call, pack).orElseThrow().sumUs()).isEqualTo(10);
        assertThat(times.waiting(pack, check)).isEmpty();
        assertThat(times.completions(check, call).sumUs()).isEqualTo(20);
        assertThat(times.completions(pack, check).sumUs()).isEqualTo(10);
        assertThat(times.suspendedUs()).isEqualTo(BigInteger.valueOf(5));
        // [10, 60] and [70, 90] of the hundred of the first case, and the two of the second.
        assertThat(times.busyUs()).isEqualTo(BigInteger.valueOf(50 + 20 + 2));
        assertThat(times.idleUs()).isEqualTo(BigInteger.valueOf(10 + 10 + 10));
        MinedLog mined = view.of(found);
        assertThat(mined.cycle().totalUs()).isEqualTo(times.busyUs().add(times.idleUs()));
        assertThat(mined.edges().stream()
                        .filter(edge -> edge.from() == call && edge.to() == pack)
                        .map(EdgeStats::sumUs))
                .containsExactly(10L);
    }

    @Test
    void times_suspendedInstance_isNotWorkedOnMeanwhile(TestInfo test) {
        AttemptTables tables = tables(test, "a1");
        write(
                tables,
                List.of(
                        event("c", "Check", "start", null, 0, 1, FILE_A),
                        event("c", "Check", "suspend", null, 1, 2, FILE_A),
                        event("c", "Check", "resume", null, 99, 3, FILE_A),
                        event("c", "Check", "complete", null, 100, 4, FILE_A)));

        InstanceTimes times = times(tables);

        assertThat(times.processing().get(0).sumUs()).isEqualTo(2);
        assertThat(times.busyUs()).isEqualTo(BigInteger.valueOf(2));
        assertThat(times.idleUs()).isEqualTo(BigInteger.valueOf(98));
        assertThat(times.suspendedUs()).isEqualTo(BigInteger.valueOf(98));
    }

    @Test
    void times_moreThanALongHolds_areExact(TestInfo test) {
        AttemptTables tables = tables(test, "a1");
        long late = 9_000_000_000_000_000_000L;
        write(
                tables,
                List.of(
                        event("c", "Check", null, 0L, late, 1, FILE_A),
                        event("d", "Check", null, 0L, late, 2, FILE_A)));

        InstanceTimes times = times(tables);

        assertThat(times.busyUs()).isEqualTo(BigInteger.valueOf(late).shiftLeft(1));
        assertThat(times.processing().get(0).totalUs()).isEqualTo(times.busyUs());
    }

    @Test
    void clear_instancesOfAnEarlierRun_areGone(TestInfo test) {
        AttemptTables tables = tables(test, "a1");
        InstanceLogs.clear(LocalSpark.session(), tables, "s");
        assertThat(tables.writtenTables()).isEmpty();
        InstanceLogs.write(tables, "s", EventLogs.write(LocalSpark.session(), tables, "s", rows(EVENTS)));

        InstanceLogs.clear(LocalSpark.session(), tables, "s");

        assertThat(InstanceLogs.stored(tables, "s").isEmpty()).isTrue();
        assertThat(tables.read(InstanceLog.unpaired("s")).isEmpty()).isTrue();
    }

    @Test
    void of_theTransitionsOfXes_areReadInAnyCaseOfLetters() {
        assertThat(Stream.of(
                                "WITHDRAW",
                                "autoskip",
                                "ManualSkip",
                                "PI_ABORT",
                                "ate_abort",
                                "SUSPEND",
                                "Resume",
                                "assign")
                        .map(Lifecycle::of))
                .containsExactly(
                        Transition.WITHDRAW,
                        Transition.WITHDRAW,
                        Transition.WITHDRAW,
                        Transition.ABORT,
                        Transition.ABORT,
                        Transition.SUSPEND,
                        Transition.RESUME,
                        Transition.OTHER);
    }

    @Test
    void write_anyRowOrderAndPartitioning_givesTheSameStoredRows(TestInfo test) {
        List<Row> events = new ArrayList<>();
        Random random = new Random(7);
        List<String> transitions = List.of("schedule", "start", "start", "complete", "complete", "suspend", "resume");
        for (int i = 0; i < 600; i++) {
            events.add(event(
                    "case-" + random.nextInt(20),
                    "A" + random.nextInt(3),
                    transitions.get(random.nextInt(transitions.size())),
                    null,
                    random.nextInt(60),
                    i,
                    FILE_A));
        }

        AttemptTables first = tables(test, "a1");
        InstanceLogs.write(first, "s", EventLogs.write(LocalSpark.session(), first, "s", rows(events)));
        Collections.shuffle(events, random);
        AttemptTables second = tables(test, "a2");
        InstanceLogs.write(
                second,
                "s",
                EventLogs.write(LocalSpark.session(), second, "s", rows(events).repartition(7)));

        assertThat(stored(second)).isEqualTo(stored(first)).hasSizeGreaterThan(100);
    }

    @Test
    void tellsStarts_completionsOnlyOrStatesOfATicket_doNot() {
        assertThat(tellsStarts("complete", 0)).isFalse();
        assertThat(tellsStarts("In Progress", 0)).isFalse();
        assertThat(tellsStarts(null, 0)).isFalse();
        assertThat(tellsStarts("Start", 0)).isTrue();
        assertThat(tellsStarts(null, 1)).isTrue();
    }

    private static boolean tellsStarts(String lifecycle, long withStart) {
        LogCodes codes =
                new LogCodes(List.of("Open"), List.of(new LogCodes.ActivityClass("Open", lifecycle)), List.of(FILE_A));
        return InstanceLogs.tellsStarts(codes, withStart);
    }

    private static List<String> stored(AttemptTables tables) {
        List<String> stored = new ArrayList<>();
        InstanceLogs.stored(tables, "s")
                .withColumn(InstanceLog.RESTS, functions.hex(functions.col(InstanceLog.RESTS)))
                .orderBy("case_key", InstanceLog.SUSPENDED_US, "row")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .forEach(stored::add);
        tables.read(InstanceLog.unpaired("s")).orderBy("row").collectAsList().stream()
                .map(Row::toString)
                .forEach(stored::add);
        return stored;
    }

    private static LogCodes write(AttemptTables tables, List<Row> events) {
        EventLogs.Written log = EventLogs.write(LocalSpark.session(), tables, "s", rows(events));
        InstanceLogs.write(tables, "s", log);
        return log.codes();
    }

    /** Of instances of one activity. */
    private static InstanceTimes times(AttemptTables tables) {
        CasePass pass = new CasePass(1);
        WorkMeasures work = WorkMeasures.in(pass, 1, Periods.NONE);
        return work.of(ViewPass.over(InstanceLogs.stored(tables, "s"), /* classified= */ false, pass));
    }

    private AttemptTables tables(TestInfo test, String attempt) {
        String catalog = "i" + Integer.toUnsignedString(test.getDisplayName().hashCode()) + attempt;
        LocalSpark.plainCatalog(catalog, warehouse.resolve(attempt));
        return new AttemptTables(LocalSpark.session(), catalog, attempt, Map.of(), table -> {});
    }

    private static Row event(
            String caseId, String activity, String lifecycle, Long start, long time, long row, String file) {
        return RowFactory.create(
                "e" + row,
                caseId,
                activity,
                lifecycle,
                start,
                time,
                row,
                null,
                "test",
                file,
                row,
                Processes.key(row),
                null);
    }

    private static Dataset<Row> rows(List<Row> events) {
        return LocalSpark.session().createDataFrame(events, CanonicalTables.EVENT);
    }

    private static List<String> text(Dataset<Row> instances) {
        return instances.orderBy("case_id", "position").collectAsList().stream()
                .map(r -> r.getString(0) + " " + r.get(1) + " " + r.get(2) + " " + r.get(3) + " " + r.get(4) + " "
                        + r.get(5) + " " + r.getString(8).charAt(0) + r.get(9) + " "
                        + r.getString(6).charAt(0) + r.get(7) + " " + r.getAs("start_key") + " " + r.getAs("key"))
                .toList();
    }
}
