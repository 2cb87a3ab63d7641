package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is corrected in its place; another holds a row of it again. */
final class SupersededFileTest {
    private static final String HEADER = "case,activity,at\n";
    private static final String FIRST =
            HEADER + "p1,Enter,2026-02-09T08:00:00Z\np1,Leave,2026-02-09T12:00:00Z\np2,Enter,never\n";
    private static final String CORRECTED = HEADER
            + "p1,Enter,2026-02-09T08:00:00Z\np1,Leave,2026-02-09T09:00:00Z\np2,Enter,2026-02-09T08:00:00Z\n"
            + "p2,Leave,2026-02-09T11:00:00Z\n";
    private static final String MORE = HEADER + "p2,Leave,2026-02-09T11:00:00Z\np3,Enter,2026-02-09T10:00:00Z\n";
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at");
    private static final String CAVEAT =
            "It rests on stream events, where rows that several files hold alike count once;"
                    + " 1 were left out as delivered again.";

    @TempDir
    private Path extracts;

    @TempDir
    private Path copy;

    @Test
    void run_aFileCorrectedInItsPlace_countsItsRowsAloneAndSaysSo() throws Exception {
        TestTenant tenant = tenant("superseded", extracts);
        Files.writeString(extracts.resolve("log.csv"), FIRST);
        tenant.run();
        Files.writeString(extracts.resolve("log.csv"), CORRECTED);
        Files.writeString(extracts.resolve("more.csv"), MORE);

        RunOutcome outcome = tenant.run();

        assertThat(List.of(outcome.read(), outcome.admitted(), outcome.quarantined(), outcome.duplicate()))
                .containsExactly(9L, 5L, 0L, 4L);
        assertThat(outcome.warnings())
                .containsExactly(
                        "log: log.csv stands for an earlier file of that name; the earlier one's rows count no more: 3"
                                + " (to keep both: same-name add)",
                        "log, stream events: rows that several files hold alike count once: 1 left out (where files"
                                + " follow each other: redelivery append)");
        QualityDocument quality = tenant.document(Documents.QUALITY);
        assertThat(quality.quarantine()).isEmpty();
        assertThat(quality.files())
                .extracting(FileQuality::name, FileQuality::status, FileQuality::admitted, FileQuality::duplicate)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("log.csv", FileQuality.SUPERSEDED, 0L, 3L),
                        org.assertj.core.groups.Tuple.tuple("log.csv", FileQuality.ADMITTED, 3L, 1L),
                        org.assertj.core.groups.Tuple.tuple("more.csv", FileQuality.ADMITTED, 2L, 0L));
        assertThat(quality.streams())
                .containsExactly(new StreamQuality(
                        "log",
                        "events",
                        StreamQuality.NONE,
                        2,
                        0,
                        Map.of(),
                        0,
                        "overlap",
                        1,
                        "supersede",
                        List.of(new StreamQuality.SupersededFile(Sha256.of(FIRST), "log.csv", Sha256.of(CORRECTED), 3)),
                        0));
        assertThat(tenant.document(Documents.CONTEXT).kpis())
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.caveats()).contains(CAVEAT));
        assertThat(tenant.run().state()).isEqualTo(RunOutcome.State.UNCHANGED);
        assertThat(tenant.run(RunRequest.Mode.RECOMPUTE, null, ProgressSink.NONE)
                        .state())
                .isEqualTo(RunOutcome.State.EQUAL);

        Files.copy(extracts.resolve("more.csv"), copy.resolve("more.csv"));
        Files.copy(extracts.resolve("log.csv"), copy.resolve("log.csv"));
        TestTenant fresh = tenant("superseded-copy", copy);
        fresh.run();

        assertThat(kpis(fresh)).isEqualTo(kpis(tenant)).isNotEmpty();
        assertThat(fresh.document(Documents.EDGES).processes())
                .isEqualTo(tenant.document(Documents.EDGES).processes());
    }

    private static List<KpiValue> kpis(TestTenant tenant) {
        return tenant.document(Documents.KPIS).kpis();
    }

    private static TestTenant tenant(String name, Path folder) {
        return Platform.tenant(name, "UTC").with("log", "generic/event-log", folder, "UTC", SETTINGS);
    }
}
