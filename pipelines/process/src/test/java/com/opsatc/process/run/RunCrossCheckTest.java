package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which run is checked by SQL, and over which rows. */
class RunCrossCheckTest {
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at");

    @TempDir
    private Path extracts;

    /** What both sources deliver is one event. */
    @Test
    void check_processOfTwoSources_countsWhatBothDeliverOnce() throws Exception {
        Path one = extracts("one", "a,Begin,2026-02-09T10:00:00Z\na,End,2026-02-10T10:00:00Z\n");
        Path two = extracts("two", "a,Begin,2026-02-09T10:00:00Z\nb,Begin,2026-02-09T11:00:00Z\n");
        TestTenant tenant = Platform.tenant("checked-two", "Europe/Berlin")
                .with("one", "generic/event-log", one, "UTC", SETTINGS)
                .with("two", "generic/event-log", two, "UTC", SETTINGS);
        tenant.run();

        LogFigures.assertHeldBySql(tenant);
    }

    @Test
    void check_runOfADate_isOfThatRun() throws Exception {
        Path log = extracts("dated", "a,Begin,2026-02-09T10:00:00Z\na,End,2026-02-12T10:00:00Z\n");
        TestTenant tenant = Platform.tenant("checked-dated", "Europe/Berlin")
                .with("log", "generic/event-log", log, "UTC", SETTINGS);
        LocalDate tenth = LocalDate.of(2026, 2, 10);
        tenant.run();
        RunOutcome early = tenant.run(RunRequest.Mode.PUBLISH, tenth, ProgressSink.NONE);

        RunOutcome checked = tenant.run(RunRequest.Mode.CROSS_CHECK, tenth, ProgressSink.NONE);

        assertThat(checked.runId()).isEqualTo(early.runId());
        assertThat(checked.crossChecks())
                .extracting(check -> check.figures() + " " + check.holds() + " of " + check.of())
                .containsExactly("cases 1 of 1", "edges 0 of 0", "activities 1 of 1", "variants 1 of 1");
    }

    @Test
    void check_tenantWithoutARun_saysWhatToDo() throws Exception {
        Path log = extracts("none", "a,Begin,2026-02-09T10:00:00Z\n");
        TestTenant tenant =
                Platform.tenant("checked-none", "Europe/Berlin").with("log", "generic/event-log", log, "UTC", SETTINGS);

        assertThatThrownBy(() -> tenant.run(RunRequest.Mode.CROSS_CHECK, null, ProgressSink.NONE))
                .hasMessage("Cannot verify tenant checked-none: it has published nothing; run it first");
    }

    private Path extracts(String name, String rows) throws Exception {
        Path folder = Files.createDirectory(extracts.resolve(name));
        Files.writeString(folder.resolve("log.csv"), "case,activity,at\n" + rows);
        return folder;
    }
}
