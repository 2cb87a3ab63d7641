package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is of: the date asked for or the latest one in the data, and the files it refused as well; and who reads it. */
class DatedRunTest {
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at");
    private static final LocalDate TENTH = LocalDate.of(2026, 2, 10);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 5);
    private static final String LOG = """
            case,activity,at
            one,Begin,2026-02-09T10:00:00Z
            one,End,2026-02-10T22:59:59Z
            two,Begin,2026-02-10T23:00:00Z
            two,End,2026-03-05T10:00:00Z
            """;

    @TempDir
    private Path extracts;

    @Test
    void run_ofAnEarlierDate_isKeptBesideWhatReadersSee() throws Exception {
        TestTenant tenant = tenant("dated");
        RunOutcome planned = tenant.run(RunRequest.Mode.DRY_RUN, null, ProgressSink.NONE);

        RunOutcome all = run(tenant, null);
        assertThat(all.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(all.logicalDate()).isEqualTo(LAST);
        assertThat(planned.runId()).isEqualTo(all.runId());
        assertThat(planned.logicalDate()).isEqualTo(LAST);

        RunOutcome early = run(tenant, TENTH);
        assertThat(early.state()).isEqualTo(RunOutcome.State.BACKFILLED);
        assertThat(early.headSequence()).isEqualTo(2);
        assertThat(events(tenant)).isEqualTo(4);
        // The tenth ends at midnight of Berlin, which is 23:00 UTC.
        assertThat(eventsAsOf(tenant, TENTH)).isEqualTo(2);
        RunOutcome again = run(tenant, TENTH);
        assertThat(again.state()).isEqualTo(RunOutcome.State.UNCHANGED);
        assertThat(again.headSequence()).isEqualTo(2);
        assertThat(run(tenant, null).headSequence()).isEqualTo(1);
        assertThat(tenant.run(RunRequest.Mode.RECOMPUTE, TENTH, ProgressSink.NONE)
                        .state())
                .isEqualTo(RunOutcome.State.EQUAL);

        // The next run goes on from all that was admitted, whatever was published last.
        Files.writeString(extracts.resolve("more.csv"), "case,activity,at\nthree,Begin,2026-03-06T10:00:00Z\n");
        RunOutcome foreseen = tenant.run(RunRequest.Mode.DRY_RUN, null, ProgressSink.NONE);
        RunOutcome more = run(tenant, null);
        assertThat(more.headSequence()).isEqualTo(3);
        assertThat(foreseen.runId()).isEqualTo(more.runId());
        assertThat(foreseen.logicalDate()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(events(tenant)).isEqualTo(5);
    }

    @Test
    void run_ofALaterDateAndThenOfAll_readersSeeEachInTurn() throws Exception {
        TestTenant tenant = tenant("dated-ahead");
        RunOutcome all = run(tenant, null);

        assertThat(run(tenant, LAST.plusDays(9)).state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(date(tenant)).isEqualTo(LAST.plusDays(9));
        RunOutcome back = run(tenant, null);
        assertThat(back.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(back.runId()).isEqualTo(all.runId());
        assertThat(date(tenant)).isEqualTo(LAST);
    }

    @Test
    void run_dateBeforeAllData_isRefused() throws Exception {
        assertThatThrownBy(() -> run(tenant("dated-early"), LocalDate.of(2026, 2, 8)))
                .isInstanceOf(PipelineException.class)
                .hasMessageMatching("Nothing to publish for tenant dated-early: no source has an event on or before"
                        + " 2026-02-08, the latest is of 2026-03-05; see all with 'opsatc quality --tenant dated-early"
                        + " --attempt a[0-9]+'; ask for a later --date, or for none");
    }

    @Test
    void run_nothingNewButAFileThatIsRefused_publishesWhatWasRefusedOnce() throws Exception {
        TestTenant tenant = tenant("dated-refused");
        RunOutcome first = tenant.run();
        Files.writeString(extracts.resolve("broken.csv.gz"), "not gzip");

        RunOutcome second = tenant.run();
        RunOutcome third = tenant.run();

        assertThat(second.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(second.runId()).isNotEqualTo(first.runId());
        assertThat(tenant.document(Documents.QUALITY).files())
                .filteredOn(file -> file.status().equals(FileQuality.REFUSED))
                .extracting(FileQuality::name)
                .containsExactly("broken.csv.gz");
        assertThat(tenant.document(Documents.CONTEXT).kpis())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.caveats())
                        .contains("It knows nothing of what stands in files that were refused whole, of which there are"
                                + " 1."));
        assertThat(third.state()).isEqualTo(RunOutcome.State.UNCHANGED);
        assertThat(tenant.run(RunRequest.Mode.RECOMPUTE, null, ProgressSink.NONE)
                        .state())
                .isEqualTo(RunOutcome.State.EQUAL);
    }

    private TestTenant tenant(String name) throws Exception {
        Files.writeString(extracts.resolve("log.csv"), LOG);
        return Platform.tenant(name, "Europe/Berlin").with("log", "generic/event-log", extracts, "UTC", SETTINGS);
    }

    private static RunOutcome run(TestTenant tenant, LocalDate date) {
        return tenant.run(RunRequest.Mode.PUBLISH, date, ProgressSink.NONE);
    }

    private static long events(TestTenant tenant) {
        return tenant.document(Documents.EDGES).processes().get(0).events();
    }

    private static LocalDate date(TestTenant tenant) {
        return tenant.published(published -> published.manifest().logicalDate());
    }

    private static long eventsAsOf(TestTenant tenant, LocalDate date) {
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            return Published.of(scope, Heads.asOf(scope, date).orElseThrow())
                    .read(Documents.EDGES)
                    .processes()
                    .get(0)
                    .events();
        }
    }
}
