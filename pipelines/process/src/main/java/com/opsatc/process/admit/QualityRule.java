package com.opsatc.process.admit;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.text.Nearest;
import com.opsatc.process.admit.map.Expected;
import com.opsatc.process.admit.map.ExpressionTypes;
import com.opsatc.process.admit.map.RowExpressions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.parser.DQDLParser;

/**
 * One rule of a gate, as Deequ will report it.
 *
 * @param type its first word, e.g. {@code IsComplete}
 * @param where which rows it is about, an expression over the stream's columns; null for all
 */
record QualityRule(String type, String text, String where) {
    /**
     * Rules about the rows alone: none that runs SQL, reads a clock or learns from earlier runs. Which rows a rule is about may
     * be said by {@code where}, an expression such as a connector has them, so that two columns can be compared.
     */
    private static final Set<String> ALLOWED = Set.of(
            "ColumnCorrelation",
            "ColumnExists",
            "ColumnLength",
            "ColumnValues",
            "Completeness",
            "DistinctValuesCount",
            "Entropy",
            "IsComplete",
            "IsPrimaryKey",
            "IsUnique",
            "Mean",
            "RowCount",
            "StandardDeviation",
            "Sum",
            "UniqueValueRatio",
            "Uniqueness");

    static List<QualityRule> parse(String stream, String dqdl, StructType schema) {
        List<String> columns = List.of(schema.fieldNames());
        List<DQRule> rules;
        try {
            rules = new DQDLParser().parse(dqdl).getRules();
        } catch (InvalidDataQualityRulesetException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the quality rules of stream " + stream + ": they are not DQDL; correct the file in"
                            + " conf/quality",
                    e);
        }

        List<QualityRule> parsed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (DQRule rule : rules) {
            parsed.add(new QualityRule(rule.getRuleType(), rule.toString(), rule.getWhereClause()));
            (rule.getNestedRules().isEmpty() ? Stream.of(rule) : rule.getNestedRulesAsFlattenedList().stream())
                    .forEach(part -> check(part, columns, schema, wrong));
        }

        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the quality rules of stream " + stream + ": " + String.join("; ", wrong));
        }

        return parsed;
    }

    private static void check(DQRule rule, Collection<String> columns, StructType schema, List<String> wrong) {
        if (!ALLOWED.contains(rule.getRuleType())) {
            wrong.add("rule " + rule.getRuleType() + " is not allowed; the rules are "
                    + ALLOWED.stream().sorted().toList());
        }
        if (rule.getWhereClause() != null) {
            condition(rule.getWhereClause(), columns, schema)
                    .ifPresent(why -> wrong.add("rule " + rule.getRuleType() + " where: " + why));
        }

        for (Map.Entry<String, String> parameter : rule.getParameters().entrySet()) {
            String column = parameter.getValue().replace("\"", "");
            if (parameter.getKey().startsWith("TargetColumn") && !columns.contains(column)) {
                List<String> near = Nearest.of(column, columns);
                wrong.add("rule " + rule.getRuleType() + " names no column of the stream: " + column
                        + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
            }
        }
    }

    private static Optional<String> condition(String where, Collection<String> columns, StructType schema) {
        return RowExpressions.problem(where, columns).or(() -> {
            ExpressionTypes.Found found = new ExpressionTypes().of(where, schema);
            if (found.problem() != null || Expected.CONDITION.fits(found.type())) {
                return Optional.ofNullable(found.problem());
            }

            return Optional.of(
                    "it gives " + Expected.word(found.type()) + ", and needed is " + Expected.CONDITION.words());
        });
    }
}
