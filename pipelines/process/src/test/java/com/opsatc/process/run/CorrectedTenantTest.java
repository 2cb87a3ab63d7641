package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.run.Platform.TestTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user corrects after a run: settings, files that should not have been delivered, and which sources there are. */
final class CorrectedTenantTest {
    private static final Map<String, String> SETTINGS =
            Map.of("case", "case", "activity", "activity", "timestamp", "at");
    private static final String FIRST = """
            case,activity,at,done
            one,Begin,2026-02-09T10:00:00Z,2026-02-09T12:00:00Z
            one,End,2026-02-10T22:00:00Z,2026-02-12T10:00:00Z
            """;
    private static final String SECOND = """
            case,activity,at,done
            two,Begin,2026-02-10T23:00:00Z,2026-02-11T09:00:00Z
            one,Reopen,2026-02-13T10:00:00Z,2026-02-14T10:00:00Z
            """;

    @TempDir
    private Path folder;

    @Test
    void run_afterASettingChanged_readsTheFilesAgain() throws Exception {
        Path extracts = extract("settings", FIRST);
        TestTenant corrected = tenant("corrected-set", extracts, SETTINGS);
        corrected.run();
        Map<String, String> other = with("timestamp", "done");
        TestTenant neverWrong = tenant("corrected-never", extracts, other);
        neverWrong.run();

        RunOutcome again = tenant("corrected-set", extracts, other).run();

        assertThat(again.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(again.files()).extracting(RunOutcome.File::status).containsExactly("new");
        assertThat(figures(corrected)).isEqualTo(figures(neverWrong));
        // What was read by the first setting is no part of the state that later runs go on from.
        assertThat(corrected.<Long>published(published -> published.manifest().snapshots().keySet().stream()
                        .filter(table -> table.startsWith("admitted_"))
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void run_afterASettingChangedAndAFileIsGone_isRefusedUntilItIsWithdrawn() throws Exception {
        Path extracts = extract("gone", FIRST, SECOND);
        TestTenant tenant = tenant("corrected-gone", extracts, SETTINGS);
        tenant.run();
        Files.delete(extracts.resolve("1.csv"));
        TestTenant changed = tenant("corrected-gone", extracts, with("timestamp", "done"));

        assertThatThrownBy(changed::run)
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot read source log again with its new settings: 1 file it had is not in the extract any"
                                + " more: 1.csv; put them back, or leave them out with 'opsatc file withdraw --gone --tenant"
                                + " corrected-gone'");
        changed.withdrawn().add(new RunRequest.Withdrawn("log", Sha256.of(SECOND)));
        assertThat(changed.run().state()).isEqualTo(RunOutcome.State.PUBLISHED);
    }

    @Test
    void run_afterAFileWasWithdrawn_givesTheFiguresOfATenantThatNeverHadIt() throws Exception {
        Path both = extract("both", FIRST, SECOND);
        TestTenant tenant = tenant("withdrawn-it", both, SETTINGS);
        RunOutcome first = tenant.run();
        Map<String, String> before = figures(tenant);
        TestTenant never = tenant("withdrawn-never", extract("one", FIRST), SETTINGS);
        never.run();

        tenant.withdrawn().add(new RunRequest.Withdrawn("log", Sha256.of(SECOND)));
        RunOutcome without = tenant.run();

        assertThat(without.state()).isEqualTo(RunOutcome.State.PUBLISHED);
        assertThat(without.files()).extracting(RunOutcome.File::status).containsExactly("known", "withdrawn");
        assertThat(figures(tenant)).isEqualTo(figures(never));
        assertThat(tenant.document(Documents.QUALITY).files())
                .extracting(file -> file.name() + " " + file.status() + " " + file.read())
                .containsExactlyInAnyOrder("0.csv admitted 2", "1.csv " + FileQuality.WITHDRAWN + " 0");
        assertThat(tenant.run().state()).isEqualTo(RunOutcome.State.UNCHANGED);

        // Its rows are kept, so that it can be restored after it has left the extract.
        Files.delete(both.resolve("1.csv"));
        tenant.withdrawn().clear();
        RunOutcome restored = tenant.run();
        assertThat(restored.runId()).isEqualTo(first.runId());
        assertThat(figures(tenant)).isEqualTo(before);
    }

    @Test
    void run_twoSourcesOfOneProcess_givesTheFiguresOfOneFolder() throws Exception {
        Path left = extract("left", FIRST);
        Path right = extract("right", SECOND);
        // What both deliver is there once.
        Files.writeString(right.resolve("again.csv"), FIRST);
        TestTenant two =
                tenant("sources-two", left, SETTINGS).with("more", "generic/event-log", right, "UTC", SETTINGS);
        TestTenant one = tenant("sources-one", extract("whole", FIRST, SECOND), SETTINGS);

        two.run();
        one.run();

        // But for how many rows were read to give them.
        Map<String, String> once = figures(two);
        once.replaceAll((name, text) -> text.replace("\"quarantined\":{\"read\":6", "\"quarantined\":{\"read\":4"));
        assertThat(once).isEqualTo(figures(one));
        assertThat(two.document(Documents.QUALITY).log())
                .contains(new QualityDocument.LogCheck("event-log", "events-of-two-sources", 2, 6));
    }

    @Test
    void run_sourceWithAProcessOfItsOwn_hasFiguresOfItsOwn() throws Exception {
        TestTenant tenant = tenant("sources-own", extract("own", FIRST), SETTINGS);
        tenant.sources()
                .add(new RunRequest.Source(
                        "more",
                        "generic/event-log",
                        extract("other", SECOND).toString(),
                        "UTC",
                        new TreeMap<>(SETTINGS),
                        "returns"));

        tenant.run();

        assertThat(tenant.document(Documents.EDGES).processes())
                .extracting(process -> process.process() + " " + process.events())
                .containsExactlyInAnyOrder("event-log 2", "returns 2");
    }

    @Test
    void run_twoSourcesOfOneProcessAndDifferentConnectors_saysTheWayOut() throws Exception {
        TestTenant tenant = tenant("sources-mixed", extract("mixed", FIRST), SETTINGS);
        tenant.sources()
                .add(new RunRequest.Source(
                        "xes", "generic/xes", folder.toString(), "UTC", new TreeMap<>(), "event-log"));

        assertThatThrownBy(tenant::run)
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot run sources log and xes: both are of process event-log, but of different connectors or"
                                + " milestones; give one a process of its own: 'opsatc tenant set TENANT --source-name xes"
                                + " --process NAME'");
    }

    private TestTenant tenant(String name, Path extracts, Map<String, String> settings) {
        return Platform.tenant(name, "Europe/Berlin").with("log", "generic/event-log", extracts, "UTC", settings);
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(setting, value);
        return settings;
    }

    private Path extract(String name, String... files) throws Exception {
        Path extracts = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < files.length; i++) {
            Files.writeString(extracts.resolve(i + ".csv"), files[i]);
        }

        return extracts;
    }

    /** The documents that hold figures, without what names tenant and run. */
    private static Map<String, String> figures(TestTenant tenant) {
        return tenant.published(published -> {
            RunManifest manifest = published.manifest();
            Map<String, String> texts = new TreeMap<>();
            for (RunManifest.Document document : manifest.documents()) {
                if (!document.name().equals(Documents.QUALITY.name())
                        && !document.name().equals(Documents.REPORT.name())) {
                    texts.put(
                            document.name(),
                            new String(
                                            published.document(document.name()),
                                            java.nio.charset.StandardCharsets.ISO_8859_1)
                                    .replace(tenant.id().value(), "TENANT")
                                    .replace(manifest.runId(), "RUN"));
                }
            }

            return texts;
        });
    }
}
