package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers tell which feature was used, and nothing of what was read. */
@ExtendWith(TestHome.Extension.class)
class FeatureUseTest {
    private final TestHome home;
    private final PublishedSample sample;

    FeatureUseTest(TestHome home) {
        this.home = home;
        sample = PublishedSample.in(home);
    }

    @Test
    void explain_shown_isTheUseOfAFeature() throws IOException {
        Path spool = home.home().resolve("telemetry/otlp");
        List<Path> before = files(spool);
        sample.read("explain", SamplePublication.FINDING);

        List<Path> told = new ArrayList<>(files(spool));
        told.removeAll(before);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getFileName().toString())
                .startsWith("opsatc-cli-")
                .endsWith(".jsonl");
        assertThat(Files.readString(told.get(0)))
                .contains(
                        "\"eventName\":\"app.feature.used\"",
                        "{\"key\":\"app.feature.key\",\"value\":{\"stringValue\":\"explain\"}}",
                        "{\"key\":\"tenant.id\",\"value\":{\"stringValue\":\"" + PublishedSample.TENANT.value()
                                + "\"}}")
                .doesNotContain(SamplePublication.FINDING);

        sample.read("explain", "F-unknown");
        assertThat(files(spool)).hasSize(before.size() + 1);
    }

    @ParameterizedTest
    @CsvSource({"findings,findings", "context,context", "kpis,", "edges,"})
    void read_featuresUnderEvaluation_tellThatTheyWereUsed(String verb, String feature) throws IOException {
        Path spool = home.home().resolve("telemetry/otlp");
        List<Path> before = files(spool);

        assertThat(sample.read(verb).code()).isZero();

        List<Path> told = new ArrayList<>(files(spool));
        told.removeAll(before);
        assertThat(told).hasSize(feature == null ? 0 : 1);
        for (Path file : told) {
            assertThat(Files.readString(file))
                    .contains("{\"key\":\"app.feature.key\",\"value\":{\"stringValue\":\"" + feature + "\"}}");
        }
    }

    @Test
    void report_written_isTheUseOfAFeature(@TempDir Path folder) throws IOException {
        Path spool = home.home().resolve("telemetry/otlp");
        List<Path> before = files(spool);

        sample.read("report", "--out", folder.resolve("report.html").toString());

        List<Path> told = new ArrayList<>(files(spool));
        told.removeAll(before);
        assertThat(told).hasSize(1);
        assertThat(Files.readString(told.get(0))).contains("\"stringValue\":\"report\"");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }

        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
