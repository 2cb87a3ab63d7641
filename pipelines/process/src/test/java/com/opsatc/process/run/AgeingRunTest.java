package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.run.Platform.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is open, from a file to the published document. */
class AgeingRunTest {
    private static final long HOUR_US = 3_600_000_000L;
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case_id", "activity", "activity", "timestamp", "time");

    @TempDir
    private Path folder;

    /** The log ends on Friday the 9th, which is over at midnight in Berlin: 23:00 UTC. */
    @Test
    void run_aSmallLog_listsWhatIsOpenAsByHand() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, """
                case_id,activity,time
                old,Ask,2026-01-01T23:00:00Z
                old,Pay,2026-01-02T10:00:00Z
                old,Ask,2026-01-06T22:59:00Z
                new,Ask,2026-01-09T12:00:00Z
                done,Ask,2026-01-02T00:00:00Z
                done,Pay,2026-01-04T00:00:00Z
                quick,Ask,2026-01-02T00:00:00Z
                quick,Pay,2026-01-03T00:00:00Z
                quick,Pay,2026-01-08T00:00:00Z
                """);
        ProcessAgeing ageing = ageing("ageing-by-hand", true);

        assertThat(ageing.open()).isEqualTo(2);
        assertThat(ageing.closed()).isEqualTo(2);
        // A day and two days: nine tenths of the way.
        assertThat(ageing.target()).isEqualTo(new ProcessAgeing.Target(45 * HOUR_US + HOUR_US * 3 / 5, 2));
        assertThat(ageing.classes().stream()
                        .filter(each -> each.open() > 0)
                        .map(each -> each.fromDays() + " " + each.open() + " " + each.late()))
                .containsExactly("0 1 0", "7 1 1");
        assertThat(ageing.classes()).hasSize(9);
        Sha256 digest = Sha256.of(Files.readString(file));
        assertThat(ageing.oldest())
                .containsExactly(
                        new AgedCase(
                                "old",
                                LocalDate.of(2026, 1, 2),
                                8 * 24 * HOUR_US - 1,
                                "Ask",
                                LocalDate.of(2026, 1, 6),
                                true,
                                null,
                                new Citation("generic", digest, 3)),
                        new AgedCase(
                                "new",
                                LocalDate.of(2026, 1, 9),
                                11 * HOUR_US - 1,
                                "Ask",
                                LocalDate.of(2026, 1, 9),
                                false,
                                null,
                                new Citation("generic", digest, 4)));
        assertThat(ageing.atRisk()).isEmpty();
        assertThat(ageing.withheld())
                .isEqualTo(
                        "Too few cases were open in earlier weeks to test a risk by: 0 groups of them, fewer than 20.");
    }

    @Test
    void run_nothingClosed_hasNoTarget() throws IOException {
        Files.writeString(folder.resolve("log.csv"), """
                case_id,activity,time
                a,Ask,2026-01-02T00:00:00Z
                """);
        ProcessAgeing ageing = ageing("ageing-all-open", true);

        assertThat(ageing.target()).isNull();
        assertThat(ageing.heldOut()).isNull();
        assertThat(ageing.withheld())
                .isEqualTo("No case is closed yet, so that no past case tells how long one takes.");
        assertThat(ageing.oldest())
                .singleElement()
                .satisfies(only -> assertThat(only.late()).isNull());
    }

    @Test
    void run_aConnectorThatNamesNoEnd_saysThatOpenCasesCannotBeTold() throws IOException {
        Files.writeString(folder.resolve("log.csv"), """
                case_id,activity,time
                a,Ask,2026-01-02T00:00:00Z
                """);

        assertThat(ageing("ageing-untold", false))
                .isEqualTo(ProcessAgeing.none(
                        "event-log",
                        "The connector names nothing that ends a case, so that open ones cannot be told."));
    }

    private ProcessAgeing ageing(String name, boolean ends) {
        TreeMap<String, String> settings = new TreeMap<>(SETTINGS);
        if (ends) {
            settings.put("ends", "Pay");
        }
        TestTenant tenant = Platform.tenant(name, "Europe/Berlin");
        tenant.with("s", "generic/event-log", folder, "Europe/Berlin", settings).run();
        List<ProcessAgeing> processes = tenant.document(Documents.AGEING).processes();
        assertThat(processes).hasSize(1);
        return processes.get(0);
    }
}
