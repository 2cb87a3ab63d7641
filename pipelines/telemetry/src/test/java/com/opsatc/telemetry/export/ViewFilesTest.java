package com.opsatc.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ProbeLane;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.telemetry.release.SeededRelease;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewFilesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final Manifest MANIFEST = SampleManifests.shipped();

    @TempDir
    private Path temporary;

    private ReleaseFolder folder;
    private ViewFiles files;

    @BeforeEach
    void open() {
        folder = ReleaseFolder.open(temporary.resolve("release"));
        files = new ViewFiles(folder, MANIFEST, "test");
    }

    /** All that is computed comes from the released days, the manifest and the probe lane: nothing else is on this disk. */
    @Test
    void replace_again_givesTheSameBytesFromTheReleaseAlone() throws IOException {
        publish(9);
        files.replace(20);
        Map<String, byte[]> before = contents();
        for (String name : before.keySet()) {
            Files.delete(folder.root().resolve(name));
        }

        new ViewFiles(ReleaseFolder.open(folder.root()), MANIFEST, "test").replace(20);

        Map<String, byte[]> after = contents();
        assertThat(after.keySet())
                .containsExactly(
                        "ledger_public.parquet",
                        "platform-telemetry.otlp.json",
                        "platform-telemetry.prom",
                        "telemetry-view.json",
                        "view_window.parquet");
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void replace_aRelease_writesAViewThatFitsItsSchema() throws IOException {
        publish(9);
        ProbeLane.of(folder).put(List.of(probe()));

        TelemetryView view = files.replace(150);

        byte[] json = Files.readAllBytes(folder.root().resolve("telemetry-view.json"));
        assertThat(ContractSchemas.violations(SchemaFile.of("telemetry-view"), CanonicalJson.tree(json)))
                .isEmpty();
        assertThat(files.find()).contains(view);
        assertThat(view.asOfDay()).isEqualTo(FIRST.plusDays(8));
        assertThat(view.stage()).isEqualTo(FleetStage.S2);
        assertThat(view.probe()).containsExactly(probe());
        assertThat(view.latencyBoundsUs()).hasSize(14).startsWith(5_000L, 10_000L);
        assertThat(view.blocks())
                .extracting(
                        block -> block.id() + " " + block.status() + " " + block.cells() + " " + block.sigmaWeight())
                // 1 / sqrt(2 * 288/100000 * share), rounded up.
                .containsExactly(
                        "activity RELEASED 1 41.667",
                        "errors RELEASED 3 24.057",
                        "latency RELEASED 15 20.834",
                        "features RELEASED 5 29.463");
        assertThat(folder.windows()).containsAll(view.windows());
        assertThat(folder.ledger()).isEqualTo(view.ledger());
    }

    @Test
    void budget_ofNineDaysOneLostAndOneSuppressed_countsWhatWasCharged() throws IOException {
        publish(7);
        var more = new SeededRelease(MANIFEST, 2)
                .withheld(FIRST.plusDays(7), ReleaseStatus.LOST)
                .withheld(FIRST.plusDays(8), ReleaseStatus.SUPPRESSED_MIN_TENANTS);
        more.days().forEach(folder::publish);

        TelemetryView view = files.replace(20);

        Rational spent = Rational.of(8 * 288, 100_000);
        assertThat(view.budget().rhoSpent()).isEqualTo(spent.toString());
        assertThat(view.budget().epsilonSpent()).isEqualTo(Zcdp.epsilon(spent, Rational.of(1, 1_000_000)));
        assertThat(view.budget().daysCharged()).isEqualTo(8);
        // (1.052 - 8 * 0.00288) / 0.00288 = 357.27
        assertThat(view.budget().daysLeft()).isEqualTo(357);
        assertThat(view.budget().epsilonYear()).isEqualTo(8);
        LedgerRow last = view.ledger().get(view.ledger().size() - 1);
        assertThat(last.day()).isEqualTo(FIRST.plusDays(8));
        assertThat(last.rho()).isEqualTo("0/1");
        assertThat(last.cumulativeRho()).isEqualTo(spent.toString());
        assertThat(view.ledger()).hasSize(4 * 9);
    }

    @Test
    void replace_noRelease_writesAnEmptyView() throws IOException {
        TelemetryView view = files.replace(3);

        byte[] json = Files.readAllBytes(folder.root().resolve("telemetry-view.json"));
        assertThat(ContractSchemas.violations(SchemaFile.of("telemetry-view"), CanonicalJson.tree(json)))
                .isEmpty();
        assertThat(view.asOfDay()).isNull();
        assertThat(view.stage()).isEqualTo(FleetStage.S0);
        assertThat(view.windows()).isEmpty();
        assertThat(view.budget().rhoSpent()).isEqualTo("0/1");
        assertThat(view.budget().daysLeft()).isEqualTo(365);
        assertThat(folder.windows()).isEmpty();
    }

    @Test
    void replace_viewOfALaterVersion_hasNoSayInTheStage() {
        folder.replace(ViewFiles.VIEW, "{\"stage\":\"S9\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(files.replace(95).stage()).isEqualTo(FleetStage.S1);
    }

    @Test
    void replace_stageBefore_holdsUntilOneTenthBelow() {
        files.replace(100);

        assertThat(files.replace(95).stage()).isEqualTo(FleetStage.S2);
        assertThat(files.replace(89).stage()).isEqualTo(FleetStage.S1);
    }

    @Test
    void replace_sharesInTheView_areOfTheLastDayAlone() {
        publish(9);

        TelemetryView view = files.replace(20);

        assertThat(view.windows())
                .filteredOn(row -> row.metric().equals("latency_share_le"))
                .hasSize(3 * 14)
                .allMatch(row -> row.endDay().equals(view.asOfDay()));
        assertThat(folder.windows()).hasSize(9 * 3 * 25);
    }

    private void publish(int days) {
        SeededRelease release = new SeededRelease(MANIFEST, 1);
        for (int day = 0; day < days; day++) {
            release.released(FIRST.plusDays(day), block -> 2000 * 65_536L);
        }
        release.days().forEach(folder::publish);
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder.root())) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    static ProbeFigures probe() {
        return new ProbeFigures(
                FIRST,
                "otlp",
                "_ALL",
                3,
                1L,
                new BigDecimal("150000.000000"),
                100_000L,
                200_000L,
                200_000L,
                250_000L,
                250_000L,
                List.of(0L, 0L, 0L, 0L, 0L, 1L, 2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
    }
}
