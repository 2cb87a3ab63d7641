package com.opsatc.telemetry.input.otlp;

import static com.opsatc.telemetry.testing.Otlp.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.Found;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.SampleManifests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A file of OTLP lines in a folder, and what is found in it with the shipped manifest. */
final class OtlpFile {
    static final String NOON = "2026-03-02T12:00:00Z";
    static final int DAY = 20514;
    static final String ACME = resource("web", "acme");

    private final Path folder;

    OtlpFile(Path folder) {
        this.folder = folder;
    }

    Found read(String... lines) {
        return read((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Found read(byte[] bytes) {
        Found found = new Found();
        new OtlpLines(SampleManifests.shipped())
                .read(InputFiles.part(InputFiles.write(folder.resolve("in"), bytes)), found);
        return found;
    }

    /** The line has one record, which is refused for this reason. */
    void assertRefused(String line, Refusal reason) {
        Found found = read(line);

        assertThat(found.observations()).isEmpty();
        assertThat(found.counts().refused()).isEqualTo(Map.of(reason, 1L));
        assertThat(found.counts().points()).isEqualTo(1);
    }
}
