package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.run.Platform.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with nothing new: no session is started, and what the run before kept for it may be lost. */
class UnchangedRunTest {
    private static final String LOG = """
            case,activity,at
            one,Check,2026-03-02T08:00:00Z
            one,Pack,2026-03-02T09:00:00Z
            """;

    @TempDir
    private Path extract;

    @Test
    void run_nothingNew_startsNoSession() throws IOException {
        Files.writeString(extract.resolve("log.csv"), LOG);
        TestTenant tenant = tenant("unchanged");
        tenant.run();

        assertThat(tenant.runWithoutSpark().state()).isEqualTo(RunOutcome.State.UNCHANGED);

        Files.move(extract.resolve("log.csv"), extract.resolve("renamed.csv"));
        assertThat(tenant.runWithoutSpark().state()).isEqualTo(RunOutcome.State.UNCHANGED);

        Files.writeString(extract.resolve("more.csv"), LOG.replace("one", "two"));
        assertThatThrownBy(tenant::runWithoutSpark).hasMessage("The run asked for a session");
    }

    @Test
    void run_whatTheRunBeforeKeptIsLostOrDamaged_isTheSame() throws IOException {
        Files.writeString(extract.resolve("log.csv"), LOG);
        TestTenant tenant = tenant("forgetful");
        tenant.run();
        Path kept = tenant.store()
                .resolve(tenant.published(published -> published.head().manifestPath())
                        .replace("manifest.json", "inspected.json"));
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;

        Files.write(kept, bytes);
        assertThat(tenant.runWithoutSpark().state()).isEqualTo(RunOutcome.State.UNCHANGED);
        Files.delete(kept);
        assertThat(tenant.runWithoutSpark().state()).isEqualTo(RunOutcome.State.UNCHANGED);
    }

    private TestTenant tenant(String name) {
        return Platform.tenant(name, "UTC")
                .with(
                        "log",
                        "generic/event-log",
                        extract,
                        "UTC",
                        Map.of("case", "case", "activity", "activity", "timestamp", "at"));
    }
}
