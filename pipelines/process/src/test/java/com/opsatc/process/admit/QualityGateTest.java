package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.contract.document.QualityDocument.RuleOutcome;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.process.testing.LocalSpark;
import java.util.List;
import java.util.Map;
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
                "erp",
                "lines",
                rows,
                "Rules = [ RowCount > 0, IsUnique \"id\", Completeness \"quantity\" > 0.75 ]",
                Map.of());

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
                        "erp",
                        "lines",
                        rows,
                        "Rules = [ ColumnValues \"quantity\" >= -2, IsComplete \"id\" ]",
                        Map.of()))
                .extracting(RuleOutcome::outcome)
                .containsExactly("passed", "passed");
        assertThat(QualityGate.evaluate("erp", "lines", rows, "Rules = [ ColumnValues \"quantity\" >= 0 ]", Map.of()))
                .extracting(RuleOutcome::outcome, RuleOutcome::measured)
                .containsExactly(tuple("failed", "Column.quantity.Minimum = -2"));
        assertThat(rows.sparkSession().conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
    }

    @Test
    void evaluate_noRows_failsOnlyTheRowCount() {
        List<RuleOutcome> outcomes = QualityGate.evaluate(
                "erp", "lines", rows(), "Rules = [ RowCount > 0, IsComplete \"id\", IsUnique \"id\" ]", Map.of());

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
                        "Rules = [ CustomSql \"select 1 from primary\" = 1, IsComplete \"idd\" ]",
                        Map.of()))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("rule CustomSql is not allowed")
                .hasMessageContaining("rule IsComplete names no column of the stream: idd; did you mean id?");
        assertThatThrownBy(() -> QualityGate.evaluate("erp", "lines", rows(), "IsComplete id", Map.of()))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("they are not DQDL");
    }

    @Test
    void evaluate_twoColumnsCompared_countsTheRowsThatBreakItAndSaysWhereTheyStand() {
        Dataset<Row> rows = LocalSpark.session()
                .sql("SELECT * FROM VALUES ('f1', 7L, DATE'2026-01-03', DATE'2026-01-02'), ('f1', 2L, DATE'2026-01-03',"
                        + " DATE'2026-01-01'), ('f2', 1L, DATE'2026-01-01', DATE'2026-01-02'), ('f2', 2L,"
                        + " DATE'2026-01-01', NULL) AS t(_file, _row, placed, actual)");

        assertThat(QualityGate.evaluate(
                        "erp",
                        "lines",
                        rows,
                        "Rules = [ RowCount = 0 where \"actual < placed\", RowCount >= 1 where \"placed <= actual\","
                                + " IsComplete \"actual\" where \"placed > date'2026-01-02'\" ]",
                        Map.of("f1", "lines.csv")))
                .containsExactly(
                        new RuleOutcome(
                                "erp",
                                "lines",
                                "RowCount = 0 where \"actual < placed\"",
                                "failed",
                                "Dataset.*.RowCount = 2, first lines.csv row 2, lines.csv row 7"),
                        new RuleOutcome(
                                "erp",
                                "lines",
                                "RowCount >= 1 where \"placed <= actual\"",
                                "passed",
                                "Dataset.*.RowCount = 1"),
                        new RuleOutcome(
                                "erp",
                                "lines",
                                "IsComplete \"actual\" where \"placed > date'2026-01-02'\"",
                                "passed",
                                "Column.actual.Completeness = 1"));
    }

    @Test
    void evaluate_aConditionThatMeansNothing_isRefused() {
        assertThatThrownBy(() -> QualityGate.evaluate(
                        "erp",
                        "lines",
                        rows(),
                        "Rules = [ RowCount = 0 where \"quantty < 1\", RowCount = 0 where \"id\", RowCount = 0 where"
                                + " \"quantity < (select 1)\" ]",
                        Map.of()))
                .hasMessageContaining("rule RowCount where: there is no column quantty; did you mean quantity?")
                .hasMessageContaining("rule RowCount where: it gives a text, and needed is true or false")
                .hasMessageContaining("rule RowCount where: ScalarSubquery is no operator for the values of one row");
    }

    private static Dataset<Row> rows(Row... rows) {
        return LocalSpark.session().createDataFrame(List.of(rows), SCHEMA);
    }
}
