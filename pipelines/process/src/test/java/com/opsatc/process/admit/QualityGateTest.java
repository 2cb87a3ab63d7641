package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.PipelineException;
import com.opsatc.contract.QualityDocument.RuleOutcome;
import com.opsatc.process.testing.LocalSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

final class QualityGateTest {
    private static final StructType SCHEMA =
            new StructType().add("id", DataTypes.StringType, true).add("quantity", DataTypes.LongType, true);

    @Test
    void evaluate_rowsThatBreakRules_saysWhichAndMeasures() {
        Dataset<Row> rows = rows(RowFactory.create("a", 1L), RowFactory.create("a", null));

        List<RuleOutcome> outcomes = QualityGate.evaluate(
                "erp", "lines", rows, "Rules = [ RowCount > 0, IsUnique \"id\", Completeness \"quantity\" > 0.75 ]");

        assertThat(outcomes)
                .containsExactly(
                        new RuleOutcome("erp", "lines", "RowCount > 0", "passed", "Dataset.*.RowCount = 2"),
                        new RuleOutcome("erp", "lines", "IsUnique \"id\"", "failed", "Column.id.Uniqueness = 0"),
                        new RuleOutcome(
                                "erp",
                                "lines",
                                "Completeness \"quantity\" > 0.75",
                                "failed",
                                "Column.quantity.Completeness = 0.5"));
    }

    @Test
    void evaluate_comparedValues_areJudgedAlthoughTheSessionIsAnsi() {
        Dataset<Row> rows = rows(RowFactory.create("a", 1L), RowFactory.create("b", -2L))
                .selectExpr("id", "CAST(quantity AS DECIMAL(38, 9)) AS quantity");

        assertThat(QualityGate.evaluate(
                        "erp", "lines", rows, "Rules = [ ColumnValues \"quantity\" >= -2, IsComplete \"id\" ]"))
                .extracting(RuleOutcome::outcome)
                .containsExactly("passed", "passed");
        assertThat(QualityGate.evaluate("erp", "lines", rows, "Rules = [ ColumnValues \"quantity\" >= 0 ]"))
                .extracting(RuleOutcome::outcome, RuleOutcome::measured)
                .containsExactly(tuple("failed", "Column.quantity.Minimum = -2"));
        assertThat(rows.sparkSession().conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
    }

    @Test
    void evaluate_noRows_failsOnlyTheRowCount() {
        List<RuleOutcome> outcomes = QualityGate.evaluate(
                "erp", "lines", rows(), "Rules = [ RowCount > 0, IsComplete \"id\", IsUnique \"id\" ]");

        assertThat(outcomes).extracting(RuleOutcome::outcome).containsExactly("failed", "passed", "passed");
        assertThat(outcomes)
                .extracting(RuleOutcome::measured)
                .containsExactly("Dataset.*.RowCount = 0", "no rows", "no rows");
    }

    @Test
    void evaluate_rulesThatReadMoreThanTheRows_areRefusedTogether() {
        assertThatThrownBy(() -> QualityGate.evaluate(
                        "erp",
                        "lines",
                        rows(RowFactory.create("a", 1L)),
                        "Rules = [ CustomSql \"select 1 from primary\" = 1, IsComplete \"idd\" ]"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("rule CustomSql is not allowed")
                .hasMessageContaining("rule IsComplete names no column of the stream: idd; did you mean id?");
        assertThatThrownBy(() -> QualityGate.evaluate("erp", "lines", rows(), "IsComplete id"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("they are not DQDL");
    }

    private static Dataset<Row> rows(Row... rows) {
        return LocalSpark.session().createDataFrame(List.of(rows), SCHEMA);
    }
}
