package com.opsatc.process.admit;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.Nearest;
import com.opsatc.contract.PipelineException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.parser.DQDLParser;

/**
 * One rule of a gate, as Deequ will report it.
 *
 * @param type its first word, e.g. {@code IsComplete}
 */
record QualityRule(String type, String text) {
    /** Rules about the rows alone: none that runs SQL, reads a clock or learns from earlier runs. */
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

    static List<QualityRule> parse(String stream, String dqdl, Collection<String> columns) {
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
            parsed.add(new QualityRule(rule.getRuleType(), rule.toString()));
            (rule.getNestedRules().isEmpty() ? Stream.of(rule) : rule.getNestedRulesAsFlattenedList().stream())
                    .forEach(part -> check(part, columns, wrong));
        }

        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the quality rules of stream " + stream + ": " + String.join("; ", wrong));
        }

        return parsed;
    }

    private static void check(DQRule rule, Collection<String> columns, List<String> wrong) {
        if (!ALLOWED.contains(rule.getRuleType())) {
            wrong.add("rule " + rule.getRuleType() + " is not allowed; the rules are "
                    + ALLOWED.stream().sorted().toList());
        }
        if (rule.getWhereClause() != null) {
            wrong.add("rule " + rule.getRuleType() + " has a where clause; none is allowed");
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
}
