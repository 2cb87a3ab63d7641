package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.RunManifest;
import com.opsatc.contract.Sha256;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.publish.Platform.TestTenant;
import com.opsatc.tenancy.Heads;
import com.opsatc.tenancy.Purpose;
import com.opsatc.tenancy.Run;
import com.opsatc.tenancy.RunLedger;
import com.opsatc.tenancy.TenantScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that dies after any of its commits did not happen, and the next one is as if it never had begun. */
class CrashTest {
    private static final String HEADER = "case,activity,at\n";
    private static final String FIRST = HEADER + "c1,Open,2026-03-02T08:00:00Z\nc1,Close,2026-03-02T09:30:00Z\n";
    private static final String SECOND = HEADER + "c2,Open,2026-03-03T08:00:00Z\nc2,Close,2026-03-03T08:20:00Z\n";
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at");

    @TempDir
    private Path folder;

    @Test
    void run_killedAfterEachCommit_oldHeadServesAndTheNextRunGivesTheSame() throws IOException {
        Path once = extracts("once", FIRST, SECOND);
        TestTenant neverKilled = tenant("crash-never", once);
        neverKilled.run();
        Path growing = extracts("growing", FIRST);
        TestTenant killed = tenant("crash-often", growing);
        RunOutcome before = killed.run();
        Files.writeString(growing.resolve("2.csv"), SECOND);

        int kills = 0;
        while (true) {
            DeadlyProgress deadly = new DeadlyProgress(kills);
            try {
                killed.run(RunRequest.Mode.PUBLISH, null, deadly);
                break;
            } catch (Killed e) {
                kills++;
                assertThat(sequence(killed)).isEqualTo(before.headSequence());
            }
        }

        // Every stage and every commit of a table was a place to die.
        assertThat(kills).isGreaterThan(10);
        assertThat(sequence(killed)).isEqualTo(before.headSequence() + 1);
        assertThat(digests(killed)).isEqualTo(digests(neverKilled));
    }

    @Test
    void run_ruleOfAStreamFails_publishesNothingAndRecordsWhy() throws IOException {
        TestTenant tenant = tenant("crash-none", extracts("empty", HEADER));

        assertThatThrownBy(tenant::run)
                .isInstanceOf(PipelineException.class)
                .hasMessageStartingWith("Source log fails its quality gate, nothing was published: events: ")
                .hasMessageContaining("RowCount > 0");
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            assertThat(Heads.current(scope)).isEmpty();
            assertThat(RunLedger.list(scope)).singleElement().satisfies(run -> {
                assertThat(run.state()).isEqualTo(Run.State.FAILED);
                assertThat(run.errorCode()).isEqualTo(ErrorCode.QUALITY_GATE);
            });
        }
    }

    /** Documents that say nothing of tenant or run, and the rows of every canonical table. */
    private static Map<String, Sha256> digests(TestTenant tenant) {
        RunManifest manifest = tenant.published(published -> published.manifest());
        Map<String, Sha256> digests = new TreeMap<>(manifest.tableDigests());
        manifest.documents().stream()
                .filter(document -> document.name().startsWith("evidence/"))
                .forEach(document -> digests.put(document.name(), document.sha256()));
        return digests;
    }

    private static long sequence(TestTenant tenant) {
        return tenant.published(published -> published.head().sequence());
    }

    private static TestTenant tenant(String name, Path extracts) {
        return Platform.tenant(name, "UTC").with("log", "generic/event-log", extracts, "UTC", SETTINGS);
    }

    private Path extracts(String name, String... files) throws IOException {
        Path extracts = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < files.length; i++) {
            Files.writeString(extracts.resolve((i + 1) + ".csv"), files[i]);
        }

        return extracts;
    }

    /** Stands for SIGKILL: nothing in the run handles it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Survives so many signs of life, and dies at the next. */
    private static final class DeadlyProgress implements ProgressSink {
        private int left;

        DeadlyProgress(int survives) {
            this.left = survives;
        }

        @Override
        public void progress(String stage, long done, long total, long rows) {
            if (left-- == 0) {
                throw new Killed();
            }
        }

        @Override
        public void finished(String stage, long rows, String note) {
            // The end of a stage is no commit.
        }
    }
}
