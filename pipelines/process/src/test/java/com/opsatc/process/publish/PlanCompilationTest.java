package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.RunManifest;
import com.opsatc.contract.Sha256;
import com.opsatc.process.testing.LocalSpark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class PlanCompilationTest {
    @Test
    void choose_rowsOfAllInputs_decideTogether() {
        SparkSession session = LocalSpark.session().newSession();

        PlanCompilation.choose(session, List.of(input(60_000), input(39_999)));
        assertThat(session.conf().get("spark.sql.codegen.wholeStage")).isEqualTo("false");
        assertThat(session.conf().get("spark.sql.codegen.factoryMode")).isEqualTo("NO_CODEGEN");

        PlanCompilation.choose(session, List.of(input(60_000), input(40_000)));
        assertThat(session.conf().get("spark.sql.codegen.wholeStage")).isEqualTo("true");
        assertThat(session.conf().get("spark.sql.codegen.factoryMode")).isEqualTo("FALLBACK");
    }

    private static RunManifest.Input input(long rows) {
        Sha256 digest = Sha256.of("rows".getBytes(StandardCharsets.UTF_8));
        return new RunManifest.Input("source", "stream", digest, "a.csv", null, null, 1, rows);
    }
}
