package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.testing.LocalSpark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class PlanSettingsTest {
    @Test
    void choose_rowsOfAllInputs_decideTogether() {
        SparkSession session = LocalSpark.session().newSession();

        PlanSettings.choose(session, List.of(input(60_000), input(39_999)));
        assertThat(session.conf().get("spark.sql.codegen.wholeStage")).isEqualTo("false");
        assertThat(session.conf().get("spark.sql.codegen.factoryMode")).isEqualTo("NO_CODEGEN");

        PlanSettings.choose(session, List.of(input(60_000), input(40_000)));
        assertThat(session.conf().get("spark.sql.codegen.wholeStage")).isEqualTo("true");
        assertThat(session.conf().get("spark.sql.codegen.factoryMode")).isEqualTo("FALLBACK");
    }

    @Test
    void choose_fewRows_areOnePartitionUnlessTheSessionWasSetToOthers() {
        SparkSession session = LocalSpark.session().newSession();
        String usual = Integer.toString(2 * session.sparkContext().defaultParallelism());
        session.conf().set("spark.sql.shuffle.partitions", usual);

        PlanSettings.choose(session, List.of(input(99_999)));
        assertThat(session.conf().get("spark.sql.shuffle.partitions")).isEqualTo("1");
        PlanSettings.choose(session, List.of(input(100_000)));
        assertThat(session.conf().get("spark.sql.shuffle.partitions")).isEqualTo(usual);

        session.conf().set("spark.sql.shuffle.partitions", "7");
        PlanSettings.choose(session, List.of(input(99_999)));
        assertThat(session.conf().get("spark.sql.shuffle.partitions")).isEqualTo("7");
    }

    private static RunManifest.Input input(long rows) {
        Sha256 digest = Sha256.of("rows".getBytes(StandardCharsets.UTF_8));
        return new RunManifest.Input("source", "stream", digest, "a.csv", null, null, 1, rows);
    }
}
