package com.opsatc.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final String CANARY = "canary-7b1f2c";

    @TempDir
    private static Path scratch;

    private static SparkSession session;

    @BeforeAll
    static void start() {
        session = Sessions.start(scratch, 2, Map.of("spark.sql.catalog.acme.marker", "here"));
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    @Test
    void start_session_computesTheSameEverywhere() {
        assertThat(session.conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
        assertThat(session.conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(session.conf().get("spark.sql.adaptive.enabled")).isEqualTo("false");
        assertThat(session.conf().get("spark.sql.catalog.acme.marker")).isEqualTo("here");
        assertThat(session.sparkContext().defaultParallelism()).isEqualTo(2);
    }

    @Test
    void start_session_showsNothingAndWritesNoEventLog() {
        assertThat(session.sparkContext().uiWebUrl().isEmpty()).isTrue();
        assertThat(session.sparkContext().eventLogDir().isEmpty()).isTrue();
        assertThat(session.sparkContext().conf().get("spark.driver.bindAddress"))
                .isEqualTo("127.0.0.1");
        assertThat(session.sparkContext().conf().get("spark.authenticate")).isEqualTo("true");
        assertThat(session.sparkContext().conf().get("spark.network.crypto.cipher"))
                .isEqualTo("AES/GCM/NoPadding");
    }

    @Test
    void shuffleAndCache_ofTenantText_leaveNoClearBytesInTheScratchFolder() throws IOException {
        Dataset<Row> rows = session.range(0, 4000, 1, 4)
                .select(
                        functions.col("id"),
                        functions
                                .concat(
                                        functions.lit(CANARY),
                                        functions.col("id").cast("string"))
                                .as("text"))
                .repartition(3, functions.col("text"))
                .persist(StorageLevel.DISK_ONLY());

        assertThat(rows.groupBy("text").count().count()).isEqualTo(4000);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(scratch.resolve("spark"))) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        // Compression could hide the text as well: what is uncompressed would show it.
        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(CANARY);
        }
        assertThat(session.sparkContext().conf().get("spark.io.encryption.enabled"))
                .isEqualTo("true");
        assertThat(session.sparkContext().conf().get("spark.io.encryption.keySizeBits"))
                .isEqualTo("256");
    }

    @Test
    void failure_ofAnExpressionOnARow_isASentenceWithoutTheValue() {
        Dataset<Row> rows = session.range(1).selectExpr("concat('CANARY', id) AS text", "id AS none");
        assertThat(failure(rows, "CAST(text AS INT)"))
                .hasMessageStartingWith("Cannot finish: an expression of a connector fails on a row, with"
                        + " CAST_INVALID_INPUT: CAST(text AS INT); let it give null there")
                .hasMessageNotContaining("CANARY");
        assertThat(failure(rows, "1 / none")).hasMessageContaining("with DIVIDE_BY_ZERO: 1 / none; ");
    }

    private static PipelineException failure(Dataset<Row> rows, String expression) {
        PipelineException failure = RunFailure.of(
                catchThrowable(() -> rows.select(functions.expr(expression)).collectAsList()));
        assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION);
        return failure;
    }
}
