package com.opsatc.process.admit.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.run.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeliveryNotesTest {
    @TempDir
    private Path folder;

    @Test
    void deliveredAt_notesInFolders_theNearestThatTellsSpeaks() throws Exception {
        Path day = Files.createDirectories(folder.resolve("monday"));
        Files.createDirectories(folder.resolve("tuesday"));
        Files.writeString(
                folder.resolve("delivery.json"),
                "{\"delivered\":\"2026-01-09\",\"files\":{\"tuesday/b.csv\":\"2026-01-13T06:30\"}}");
        Files.writeString(day.resolve("delivery.json"), "{\"files\":{\"a.csv\":\"2026-01-12T06:30:15\"}}");

        DeliveryNotes notes = DeliveryNotes.in(source());

        assertThat(notes.deliveredAt("a.csv")).map(Object::toString).contains("2026-01-09T00:00");
        assertThat(notes.deliveredAt("monday/a.csv")).map(Object::toString).contains("2026-01-12T06:30:15");
        assertThat(notes.deliveredAt("monday/b.csv")).map(Object::toString).contains("2026-01-09T00:00");
        assertThat(notes.deliveredAt("tuesday/b.csv")).map(Object::toString).contains("2026-01-13T06:30");
    }

    @Test
    void inspect_notesBesideExtracts_areNoExtractsAndBrokenOnesAreRefused() throws Exception {
        Files.writeString(folder.resolve("delivery.json"), "{\"delivered\":\"2026-01-09\"}");
        for (String broken : new String[] {"{\"delivered\":\"2026-02-30\"}", "{\"date\":\"2026-01-09\"}", "PK"}) {
            Files.writeString(
                    Files.createDirectories(folder.resolve("d" + Math.abs(broken.hashCode())))
                            .resolve("delivery.json"),
                    broken);
        }

        assertThat(Inventory.inspect(source(), KnownFiles.NONE, ProgressSink.NONE))
                .hasSize(3)
                .allSatisfy(file -> assertThat(file.reason()).isEqualTo("not-a-delivery-note"));
        assertThat(DeliveryNotes.in(source()).deliveredAt("x.csv"))
                .map(Object::toString)
                .contains("2026-01-09T00:00");
    }

    private SourceSpec source() {
        return new SourceSpec("source", Connectors.parse(AdmissionTest.CONNECTOR), folder, ZoneOffset.UTC, Map.of());
    }
}
