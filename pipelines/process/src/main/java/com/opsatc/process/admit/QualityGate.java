package com.opsatc.process.admit;

import static java.util.Objects.requireNonNull;

import com.amazon.deequ.dqdl.EvaluateDataQuality;
import com.opsatc.contract.document.QualityDocument.RuleOutcome;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The gate of a stream: rules as text (DQDL), checked by Deequ over the stream's winners. It only judges; a caller stops
 * the run when a rule failed, and the previous head stays.
 *
 * <p>Without rows only {@code RowCount} says anything; every other rule holds of no rows.
 */
public final class QualityGate {
    public static final String PASSED = "passed";
    public static final String FAILED = "failed";

    private static final int MOST_PLACES = 3;
    /** A document bounds what a rule measured; names of files that are longer are left out. */
    private static final int LONGEST_PLACES = 120;

    private QualityGate() {}

    /**
     * Each rule of the text with its outcome, in the order of the text.
     *
     * @param dqdl {@code Rules = [ IsComplete "id", RowCount > 0 ]}
     * @param names of the extract files, by digest
     * @return {@code measured} holds the metrics as figures, and of rows that there should not be where the first stand, never a
     *     value of a row
     * @throws PipelineException (configuration) when the text is not DQDL, or a rule is not one of those that give the
     *     same outcome for the same rows, or names a column that the stream has not
     */
    public static List<RuleOutcome> evaluate(
            String source, String stream, Dataset<Row> winners, String dqdl, Map<String, String> names) {
        requireNonNull(winners, "winners");
        List<QualityRule> rules = QualityRule.parse(stream, dqdl, winners.schema());
        boolean empty = winners.isEmpty();
        Map<String, Row> judged = new LinkedHashMap<>();
        Dataset<Row> rows = withoutAnsi(winners);
        for (Row row : EvaluateDataQuality.process(rows, dqdl)
                .select("Rule", "Outcome", "EvaluatedMetrics")
                .collectAsList()) {
            judged.put(row.getString(0), row);
        }

        List<RuleOutcome> outcomes = new ArrayList<>();
        for (QualityRule rule : rules) {
            Row row = judged.get(rule.text());
            if (row == null) {
                throw new PipelineException(
                        ErrorCode.INTERNAL,
                        "The quality gate of stream " + stream + " gave no outcome for rule " + rule.text());
            }

            boolean vacuous = empty && !rule.type().equals("RowCount");
            boolean passed = vacuous || row.getString(1).equals("Passed");
            boolean placed = !passed && rule.type().equals("RowCount") && rule.where() != null;
            String measured = vacuous ? "no rows" : measured(row);
            outcomes.add(new RuleOutcome(
                    source,
                    stream,
                    rule.text(),
                    passed ? PASSED : FAILED,
                    placed ? measured + first(rows.where(rule.where()), names) : measured));
        }

        return List.copyOf(outcomes);
    }

    /**
     * The same rows in a session of their own. Deequ puts a word and a number into one column where it compares values,
     * which ANSI arithmetic refuses as a cast that fails; the rows themselves are typed already.
     */
    private static Dataset<Row> withoutAnsi(Dataset<Row> rows) {
        SparkSession session = rows.sparkSession().newSession();
        session.conf().set("spark.sql.ansi.enabled", false);
        return Dataset.ofRows(session, rows.queryExecution().analyzed());
    }

    /** Where the first rows stand that there should not be. */
    private static String first(Dataset<Row> rows, Map<String, String> names) {
        String places =
                rows.select("_file", "_row").orderBy("_file", "_row").limit(MOST_PLACES).collectAsList().stream()
                        .map(row -> names.getOrDefault(row.getString(0), row.getString(0)) + " row " + row.getLong(1))
                        .collect(Collectors.joining(", "));
        return places.isEmpty() || places.length() > LONGEST_PLACES ? "" : ", first " + places;
    }

    private static String measured(Row row) {
        if (row.isNullAt(2)) {
            return "nothing";
        }

        Map<String, Object> metrics = new TreeMap<>(row.getJavaMap(2));
        List<String> figures = new ArrayList<>();
        metrics.forEach((name, value) -> figures.add(name + " = " + figure(value)));
        return figures.isEmpty() ? "nothing" : String.join(", ", figures);
    }

    /** Six digits tell a share from another; the rest is noise of floating point. */
    private static String figure(Object value) {
        if (!(value instanceof Double number) || !Double.isFinite(number)) {
            return "undefined";
        }

        BigDecimal plain = new BigDecimal(number, new MathContext(6)).stripTrailingZeros();
        return plain.toPlainString();
    }
}
