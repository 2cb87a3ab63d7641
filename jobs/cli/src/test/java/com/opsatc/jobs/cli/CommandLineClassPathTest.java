package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineClassPathTest {
    @Test
    void classPath_ofTheCommand_hasNeitherSparkNorIceberg() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("opsatc.root"), "jobs/cli/target/classpath"));
        List<String> entries = List.of(text.split(":"));

        assertThat(entries).anyMatch(entry -> entry.contains("picocli"));
        assertThat(entries)
                .noneMatch(entry -> entry.matches(".*/(spark|iceberg|hadoop|scala|deequ|opsatc-(run|process))[^/]*"))
                .noneMatch(entry -> entry.matches(".*/(pipelines/process|jobs/run)/target/classes"));
    }

    @Test
    void load_sparkClass_fails() {
        for (String name : List.of("org.apache.spark.SparkContext", "org.apache.iceberg.Table")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Class.forName(name)))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }
}
