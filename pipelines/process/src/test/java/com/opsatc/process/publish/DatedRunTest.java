package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.ContextFile;
import com.opsatc.contract.Documents;
import com.opsatc.contract.EdgesDocument;
import com.opsatc.contract.FileQuality;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.QualityDocument;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.publish.Platform.TestTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is of: the date asked for or the latest one in the data, and the files it refused as well. */
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
    void run_ofADateAndThenOfAll_servesWhatWasAskedForLast() throws Exception {
        TestTenant tenant = tenant("dated");

        RunOutcome early = run(tenant, TENTH);
        assertThat(early.logicalDate()).isEqualTo(TENTH);
        // The tenth ends at midnight of Berlin, which is 23:00 UTC.
        assertThat(events(tenant)).isEqualTo(2);
        assertThat(run(tenant, TENTH).state()).isEqualTo(RunOutcome.State.UNCHANGED);

        RunOutcome all = run(tenant, null);
        assertThat(all.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(all.logicalDate()).isEqualTo(LAST);
        assertThat(events(tenant)).isEqualTo(4);
        assertThat(run(tenant, LAST).state()).isEqualTo(RunOutcome.State.UNCHANGED);

        RunOutcome again = run(tenant, TENTH);
        assertThat(again.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(again.runId()).isEqualTo(early.runId());
        assertThat(again.headSequence()).isEqualTo(3);
        assertThat(events(tenant)).isEqualTo(2);

        RunOutcome back = run(tenant, null);
        assertThat(back.headSequence()).isEqualTo(4);
        assertThat(back.runId()).isEqualTo(all.runId());
        assertThat(events(tenant)).isEqualTo(4);
        assertThat(run(tenant, null).headSequence()).isEqualTo(4);
    }

    @Test
    void run_dateBeforeAllData_isRefused() throws Exception {
        assertThatThrownBy(() -> run(tenant("dated-early"), LocalDate.of(2026, 2, 8)))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Nothing to publish for tenant dated-early: no source has an event on or before 2026-02-08;"
                        + " check the sources' paths and the refused files listed by a dry run");
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
        assertThat(tenant.document(Documents.QUALITY, QualityDocument.class).files())
                .filteredOn(file -> file.status().equals(FileQuality.REFUSED))
                .extracting(FileQuality::name)
                .containsExactly("broken.csv.gz");
        assertThat(tenant.document(Documents.CONTEXT, ContextFile.class).kpis())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.caveats())
                        .contains("It knows nothing of what stands in files that were refused whole, of which there are"
                                + " 1."));
        assertThat(third.state()).isEqualTo(RunOutcome.State.UNCHANGED);
        assertThat(tenant.run(RunRequest.Mode.RECOMPUTE, null, ProgressSink.NONE)
                        .state())
                .isEqualTo(RunOutcome.State.EQUAL);
    }

    @Test
    void run_twoSourcesOfOneProcess_isRefusedBeforeAnythingIsRead() throws Exception {
        TestTenant tenant = tenant("dated-twice").with("more", "generic/event-log", extracts, "UTC", SETTINGS);

        assertThatThrownBy(tenant::run)
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot run sources log and more: both are of process event-log; put their files into one"
                        + " folder and add that as one source");
    }

    private TestTenant tenant(String name) throws Exception {
        Files.writeString(extracts.resolve("log.csv"), LOG);
        return Platform.tenant(name, "Europe/Berlin").with("log", "generic/event-log", extracts, "UTC", SETTINGS);
    }

    private static RunOutcome run(TestTenant tenant, LocalDate date) {
        return tenant.run(RunRequest.Mode.PUBLISH, date, ProgressSink.NONE);
    }

    private static long events(TestTenant tenant) {
        return tenant.document(Documents.EDGES, EdgesDocument.class)
                .processes()
                .get(0)
                .events();
    }
}
