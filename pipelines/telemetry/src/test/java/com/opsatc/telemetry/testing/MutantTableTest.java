package com.opsatc.telemetry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of mutants in this package's description has fifteen rows, and each names a test that there is. */
class MutantTableTest {
    private static final Path TESTS = Path.of(System.getProperty("opsatc.root"))
            .resolve("pipelines/telemetry/src/test/java/com/opsatc/telemetry");
    private static final Pattern ROW =
            Pattern.compile("^ \\* +([0-9]+) .*? (\\w+)[.](\\w+Test) +(\\w+)$", Pattern.MULTILINE);

    @Test
    void rows_ofTheTable_nameTests() throws IOException {
        var rows = ROW.matcher(Files.readString(TESTS.resolve("testing/package-info.java")))
                .results()
                .toList();

        assertThat(rows)
                .extracting(row -> row.group(1))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");
        for (MatchResult row : rows) {
            assertThat(Files.readString(TESTS.resolve(row.group(2)).resolve(row.group(3) + ".java")))
                    .contains("void " + row.group(4) + "(");
        }
    }
}
