package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.document.WaitingQueue;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.RealData;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Causes of waiting time, from a file with resources to the published document. */
class WaitingRunTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "case", "case_id",
            "activity", "activity",
            "timestamp", "end_time",
            "start", "start_time",
            "resource", "resource");

    @TempDir
    private Path folder;

    @Test
    void run_aSmallLog_dividesWaitsAsByHand() throws IOException {
        // Mia finishes A of c1 and c2 at 1 and 2 o'clock; Bob does B of c2 first, and that of c1 when he is back from
        // it.
        write("""
                case_id,activity,start_time,end_time,resource
                c1,A,2026-01-05T00:00:00Z,2026-01-05T01:00:00Z,Mia
                c2,A,2026-01-05T01:00:00Z,2026-01-05T02:00:00Z,Mia
                c2,B,2026-01-05T02:00:00Z,2026-01-05T03:00:00Z,Bob
                c1,B,2026-01-05T04:00:00Z,2026-01-05T05:00:00Z,Bob
                c3,A,2026-01-05T05:00:00Z,2026-01-05T06:00:00Z,
                c3,B,2026-01-05T08:00:00Z,2026-01-05T09:00:00Z,
                """);
        ProcessWaiting waiting = waiting(run("waiting-by-hand", folder));

        long hour = 3_600_000_000L;
        assertThat(waiting.coverage()).isEqualTo(new ProcessWaiting.Coverage(3, 0, 3, 6 * hour, 5 * hour, 3 * hour));
        assertThat(us(waiting))
                .isEqualTo(Map.of(
                        WaitCause.BATCHING, 0L,
                        WaitCause.CONTENTION, 0L,
                        WaitCause.PRIORITISATION, hour,
                        WaitCause.UNAVAILABILITY, 0L,
                        WaitCause.EXTRANEOUS, 2 * hour));
        assertThat(waiting.transitions()).singleElement().satisfies(only -> {
            assertThat(only.from() + " " + only.to() + " " + only.n() + " " + only.waitUs() / hour)
                    .isEqualTo("A B 3 5");
            assertThat(only.attributedUs()).isEqualTo(3 * hour);
        });
        assertThat(waiting.calendar()).isNull();
        // B of c1 waits from 1 to 4 o'clock, that of c2 not, that of c3 from 6 to 8: all on one Monday.
        WaitingQueue.Week monday = new WaitingQueue.Week(LocalDate.of(2026, 1, 5), 0, 3, 3, 5 * hour, 5 * hour, 0);
        assertThat(waiting.queue()).isEqualTo(new WaitingQueue(null, 3, 5 * hour, null, null, null, List.of(monday)));
        assertThat(waiting.queues())
                .containsExactly(new WaitingQueue("B", 3, 5 * hour, null, null, null, List.of(monday)));
        assertThat(waiting.totalQueues()).isEqualTo(1);
    }

    @Test
    void run_withResources_putsNeitherNameNorNumberOfThemAnywhere() throws IOException {
        write("""
                case_id,activity,start_time,end_time,resource
                c1,A,2026-01-05T00:00:00Z,2026-01-05T01:00:00Z,Wilhelmina
                c1,B,2026-01-05T02:00:00Z,2026-01-05T03:00:00Z,Wilhelmina
                c1,A,2026-01-05T03:00:00Z,2026-01-05T04:00:00Z,Wilhelmina
                c1,B,2026-02-05T02:00:00Z,2026-02-05T03:00:00Z,Wilhelmina
                """);
        TestTenant tenant = run("waiting-unnamed", folder);

        assertThat(bottlenecks(tenant).alternations()).singleElement().satisfies(pair -> {
            assertThat(pair.first() + pair.second()).isEqualTo("AB");
            assertThat(new long[] {pair.stretches(), pair.cases(), pair.events()})
                    .containsExactly(1, 1, 4);
            // From the first completion of B, on 5 January at 3 o'clock, to the last, a month later.
            assertThat(pair.againUs()).isEqualTo(31 * 86_400_000_000L);
            assertThat(pair.share()).isEqualTo(new BigDecimal("1.000000"));
            assertThat(pair.interval().high()).isEqualByComparingTo("1");
            assertThat(pair.sample()).extracting(Citation::row).containsExactly(1L);
        });
        Map<String, Long> tables = snapshots(tenant);
        List<Row> slots =
                tenant.rows("SELECT DISTINCT slot FROM CATALOG.t.event_s VERSION AS OF " + tables.get("event_s"));
        assertThat(slots).as("one for each month").hasSize(2);
        documents(tenant).forEach((name, text) -> {
            assertThat(text).as(name).doesNotContain("Wilhelmina");
            slots.forEach(slot -> assertThat(text).as(name).doesNotContain(Long.toString(slot.getLong(0))));
        });
        tables.forEach((table, snapshot) -> assertThat(
                        tenant.rows("SELECT * FROM CATALOG.t." + table + " VERSION AS OF " + snapshot)
                                .toString())
                .as(table)
                .doesNotContain("Wilhelmina"));
    }

    @Test
    void run_aLogWithoutResources_saysThatCausesCannotBeTold() throws IOException {
        write("""
                case_id,activity,start_time,end_time
                c1,A,2026-01-05T00:00:00Z,2026-01-05T01:00:00Z
                c1,B,2026-01-05T02:00:00Z,2026-01-05T03:00:00Z
                """);
        TreeMap<String, String> settings = new TreeMap<>(SETTINGS);
        settings.remove("resource");
        TestTenant tenant = Platform.tenant("waiting-without", "UTC");
        tenant.with("s", "generic/event-log", folder, "UTC", settings).run();

        ProcessWaiting waiting = waiting(tenant);
        assertThat(waiting.coverage().waitUs()).isEqualTo(3_600_000_000L);
        assertThat(waiting.coverage().attributedUs()).isZero();
        assertThat(waiting.causes()).isEmpty();
    }

    @Test
    void run_insuranceClaims_findsWhereADelayWasPlanted() throws IOException {
        Path file = RealData.file("waiting/simod_Insurance_Claims_test.csv");
        ProcessWaiting waiting = waiting(run("waiting-planted", file));

        double plantedUs = 0;
        for (String line : Files.readAllLines(file).subList(1, 5399)) {
            plantedUs += Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)) * 1e6;
        }
        Map<String, Long> extraneous = new TreeMap<>();
        for (TransitionWaiting each : waiting.transitions()) {
            for (CauseTime cause : each.causes()) {
                if (cause.cause() == WaitCause.EXTRANEOUS) {
                    extraneous.put(each.from() + " > " + each.to(), cause.us());
                }
            }
        }
        TransitionWaiting delayed = waiting.transitions().stream()
                .max(Comparator.comparingLong(TransitionWaiting::waitUs))
                .orElseThrow();

        // The delay was planted before one activity, whatever its resource did meanwhile: it is all of the waiting
        // there, and nothing else
        // is extraneous. What the resource worked on in the delay is contention by the definition, so that extraneous
        // time is less.
        assertThat(delayed.from() + " > " + delayed.to())
                .isEqualTo("Register Claim > Determine likelihood of the claim");
        assertThat(delayed.waitUs() / plantedUs).isCloseTo(1, within(0.001));
        assertThat(extraneous).containsOnlyKeys(delayed.from() + " > " + delayed.to());
        assertThat(us(waiting).get(WaitCause.EXTRANEOUS)).isBetween((long) (0.5 * plantedUs), (long) plantedUs);
    }

    @Test
    void run_production_dividesAllThatIsKnown() {
        TreeMap<String, String> settings = new TreeMap<>(Map.of(
                "case", "case:concept:name",
                "activity", "concept:name",
                "timestamp", "time:timestamp",
                "start", "start_timestamp",
                "resource", "org:resource"));
        TestTenant tenant = Platform.tenant("waiting-production", "Europe/Berlin");
        tenant.with("s", "generic/event-log", RealData.file("production/Production.csv.gz"), "Europe/Berlin", settings)
                .run();

        ProcessWaiting waiting = waiting(tenant);
        assertThat(us(waiting).values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(waiting.coverage().attributedUs());
        assertThat(waiting.coverage().attributedUs())
                .isEqualTo(waiting.coverage().waitUs());
        // L is about lambda W, since the queue of some months is not much longer at the end than at the begin.
        WaitingQueue queue = waiting.queue();
        double lambdaW = queue.arrivalsPerDay().doubleValue() * queue.meanWaitUs() / 86_400e6;
        assertThat(queue.meanLength().doubleValue()).isCloseTo(lambdaW, withinPercentage(15));
        assertThat(waiting.causes()).allSatisfy(cause -> {
            assertThat(cause.interval().low().longValue()).isLessThanOrEqualTo(cause.us());
            assertThat(cause.interval().high().longValue()).isGreaterThanOrEqualTo(cause.us());
        });
    }

    private TestTenant run(String name, Path path) {
        TestTenant tenant = Platform.tenant(name, "UTC");
        tenant.with("s", "generic/event-log", path, "UTC", SETTINGS).run();
        return tenant;
    }

    private void write(String rows) throws IOException {
        Files.writeString(folder.resolve("log.csv"), rows);
    }

    private static Map<WaitCause, Long> us(ProcessWaiting waiting) {
        Map<WaitCause, Long> us = new TreeMap<>();
        waiting.causes().forEach(cause -> us.put(cause.cause(), cause.us()));
        return us;
    }

    private static ProcessWaiting waiting(TestTenant tenant) {
        byte[] bytes = documents(tenant).get(Documents.WAITING.name()).getBytes(StandardCharsets.UTF_8);
        return CanonicalJson.read(bytes, WaitingDocument.class).processes().get(0);
    }

    private static BottlenecksDocument bottlenecks(TestTenant tenant) {
        byte[] bytes = documents(tenant).get(Documents.BOTTLENECKS.name()).getBytes(StandardCharsets.UTF_8);
        return CanonicalJson.read(bytes, BottlenecksDocument.class);
    }

    private static Map<String, Long> snapshots(TestTenant tenant) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            return Published.of(scope, Heads.current(scope).orElseThrow())
                    .manifest()
                    .snapshots();
        }
    }

    private static Map<String, String> documents(TestTenant tenant) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            Published published = Published.of(scope, Heads.current(scope).orElseThrow());
            Map<String, String> texts = new TreeMap<>();
            published
                    .manifest()
                    .documents()
                    .forEach(document -> texts.put(
                            document.name(), new String(published.document(document.name()), StandardCharsets.UTF_8)));
            return texts;
        }
    }
}
