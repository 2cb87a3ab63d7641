package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.process.testing.LocalSpark;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a log has a view of activity instances, and what it then changes. */
class InstanceRunTest {
    private static final String LOG = """
            case,activity,at,transition
            early,Check,2026-02-02T08:00:00Z,complete
            early,Pack,2026-02-02T09:00:00Z,complete
            one,Check,2026-03-02T08:00:00Z,start
            one,Check,2026-03-02T09:00:00Z,complete
            one,Pack,2026-03-02T12:00:00Z,START
            one,Pack,2026-03-02T13:00:00Z,COMPLETE
            two,Check,2026-03-03T08:00:00Z,start
            two,Check,2026-03-03T09:00:00Z,complete
            two,Pack,2026-03-03T19:00:00Z,start
            two,Pack,2026-03-03T19:30:00Z,complete
            """;

    @TempDir
    private Path extracts;

    @Test
    void run_startsRecordedForMostPassages_ranksWaitingAndSaysWhatIsLeftOut() throws Exception {
        TestTenant tenant = tenant("instances", LOG);
        int kept = kept();

        assertThat(tenant.run().state()).isEqualTo(RunOutcome.State.PUBLISHED);

        assertThat(kept()).as("rows that the run kept in memory").isEqualTo(kept);

        assertThat(views(tenant)).containsExactly("activity 10", "activity-lifecycle 10", "activity-instance 6");
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            // Recorded events with and without their transitions are one stored view, read once.
            assertThat(RunLedger.list(scope).get(0).rows())
                    .containsEntry("views", 2L)
                    .containsEntry("passes", 2L);
        }
        assertThat(WorkFigures.edges(WorkFigures.view(tenant), 1))
                .containsExactly("Check -> Pack: 3 " + hours(1 + 4 + 10.5) + ", 2 " + hours(3 + 10));
        Bottleneck widest = tenant.document(Documents.BOTTLENECKS).bottlenecks().get(0);
        assertThat(List.of(widest.measure().symbol(), widest.n(), widest.nWithoutStart()))
                .containsExactly("waiting", 2L, 1L);
        Finding finding = tenant.document(Documents.FINDINGS).findings().get(0);
        assertThat(finding.facts().get(FigureName.N_WITHOUT_START)).isEqualByComparingTo("1");
        assertThat(finding.caveats())
                .contains(
                        "The time is waiting: from the completion of the first activity to the start of the second.",
                        "Occurrences left out, since the start of their second activity is not recorded: 1.");
        ContextFile context = tenant.document(Documents.CONTEXT);
        assertThat(context.toString())
                .contains(
                        "occurrences of the step are left out, since the start of its second activity is not recorded.");
    }

    @Test
    void run_ofADateBeforeTheFirstStart_leavesNoInstancesOfTheLaterRun() throws Exception {
        TestTenant tenant = tenant("instances-dated", LOG);
        tenant.run();
        assertThat(instances(tenant)).isEqualTo(6);

        LocalDate date = LocalDate.of(2026, 2, 10);
        tenant.run(RunRequest.Mode.PUBLISH, date, ProgressSink.NONE);

        try (TenantScope scope = tenant.open(Purpose.READ)) {
            Published dated = Published.of(scope, Heads.asOf(scope, date).orElseThrow());
            assertThat(views(dated.read(Documents.EDGES))).containsExactly("activity 2", "activity-lifecycle 2");
            assertThat(instances(tenant, dated)).isZero();
        }
    }

    @Test
    void run_startsWithoutEnds_staysWithRecordedEvents() throws Exception {
        TestTenant tenant = tenant("instances-open", """
                case,activity,at,transition
                one,Check,2026-03-02T08:00:00Z,start
                one,Pack,2026-03-02T09:00:00Z,start
                one,Ship,2026-03-02T12:00:00Z,start
                one,Archive,2026-03-02T13:00:00Z,complete
                two,Check,2026-03-03T08:00:00Z,start
                two,Pack,2026-03-03T19:00:00Z,start
                """);

        tenant.run();

        assertThat(views(tenant)).containsExactly("activity 6", "activity-lifecycle 6");
        assertThat(WorkFigures.checks(tenant))
                .containsExactly(
                        "instances-never-begun 0 of 6",
                        "instances-open 5 of 6",
                        "instances-without-start 1 of 1",
                        "transitions-without-instance 0 of 6");
        assertThat(tenant.document(Documents.BOTTLENECKS).bottlenecks())
                .extracting(bottleneck -> bottleneck.from() + " " + bottleneck.to() + " "
                        + bottleneck.measure().symbol())
                .containsExactly("Check Pack inter-completion");
    }

    private static int kept() {
        return LocalSpark.session().sparkContext().getPersistentRDDs().size();
    }

    private TestTenant tenant(String name, String log) throws Exception {
        Files.writeString(extracts.resolve("log.csv"), log);
        return Platform.tenant(name, "UTC")
                .with(
                        "log",
                        "generic/event-log",
                        extracts,
                        "UTC",
                        Map.of("case", "case", "activity", "activity", "timestamp", "at", "lifecycle", "transition"));
    }

    private static List<String> views(TestTenant tenant) {
        return views(tenant.document(Documents.EDGES));
    }

    private static List<String> views(EdgesDocument edges) {
        return edges.processes().stream()
                .map((ProcessEdges view) -> view.view() + " " + view.events())
                .toList();
    }

    /** Rows of the table of instances that the tenant's head names. */
    private static long instances(TestTenant tenant) {
        return tenant.published(published -> instances(tenant, published));
    }

    private static long instances(TestTenant tenant, Published published) {
        long snapshot = published.manifest().snapshots().get("activity_instance_log");
        return tenant.rows("SELECT count(*) FROM CATALOG.t.activity_instance_log VERSION AS OF " + snapshot)
                .get(0)
                .getLong(0);
    }

    private static long hours(double hours) {
        return (long) (hours * 3_600_000_000L);
    }
}
