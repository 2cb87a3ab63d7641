package com.opsatc.process.admit.map;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import scala.collection.JavaConverters;

/**
 * Holds a connector's expressions to what they are for: a value from one row.
 *
 * <p>Guarantee: only the columns that the mapping declares, only the functions listed here, and only plain operators pass;
 * so no subquery, window or aggregate, nothing that calls Java, names a file or a session, and nothing that gives another
 * value tomorrow: no text stands for the present, and none is replaced by a variable of the process. Limit: an expression may still fail on a row, e.g. by dividing by zero.
 */
public final class RowExpressions {
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "array",
            "array_contains",
            "coalesce",
            "concat",
            "concat_ws",
            "contains",
            "date_add",
            "date_sub",
            "datediff",
            "element_at",
            "endswith",
            "greatest",
            "if",
            "ifnull",
            "initcap",
            "isnotnull",
            "isnull",
            "least",
            "left",
            "length",
            "lower",
            "lpad",
            "ltrim",
            "map",
            "nullif",
            "nvl",
            "nvl2",
            "regexp_extract",
            "regexp_replace",
            "replace",
            "right",
            "round",
            "rpad",
            "rtrim",
            "size",
            "split",
            "split_part",
            "startswith",
            "substr",
            "substring",
            "translate",
            "trim",
            "try_element_at",
            "upper");
    private static final Set<String> OPERATORS = Set.of(
            "Add",
            "And",
            "CaseWhen",
            "Cast",
            "Divide",
            "EqualNullSafe",
            "EqualTo",
            "GreaterThan",
            "GreaterThanOrEqual",
            "In",
            "IsNotNull",
            "IsNull",
            "LessThan",
            "LessThanOrEqual",
            "Like",
            "Literal",
            "Multiply",
            "Not",
            "Or",
            "RLike",
            "Remainder",
            "StringTrim",
            "StringTrimLeft",
            "StringTrimRight",
            "Subtract",
            "UnaryMinus",
            "UnaryPositive",
            "UnresolvedExtractValue");

    private static final String VARIABLE = "${";

    private static final ParserInterface PARSER = CatalystSqlParser$.MODULE$;

    private final String connector;

    RowExpressions(String connector) {
        this.connector = connector;
    }

    /**
     * Checks an expression.
     *
     * @param place what it is for, e.g. {@code event 2, time}
     * @param names columns it may use, those of joined streams as {@code stream.column}
     * @throws PipelineException (configuration) naming what is not allowed
     */
    void check(String place, String expression, Collection<String> names) {
        problem(expression, names).ifPresent(why -> {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use connector " + connector + ": the expression of " + place + ": " + why);
        });
    }

    /** Why an expression over columns is refused; empty when it is not. */
    public static Optional<String> problem(String expression, Collection<String> names) {
        if (expression.contains(VARIABLE)) {
            return Optional.of(VARIABLE + "…} is not replaced by anything; write the value");
        }

        try {
            Expression parsed = PARSER.parseExpression(expression);
            return ClockFree.problem(parsed, expression).or(() -> problem(parsed, names));
        } catch (ParseException e) {
            return Optional.of("it does not parse as a Spark SQL expression");
        }
    }

    private static Optional<String> problem(Expression node, Collection<String> names) {
        Optional<String> own = Optional.empty();
        if (node instanceof UnresolvedAttribute attribute) {
            own = unknown(attribute, names);
        } else if (node instanceof UnresolvedFunction function) {
            own = unlisted(function);
        } else if (!OPERATORS.contains(node.getClass().getSimpleName())) {
            own = Optional.of(node.getClass().getSimpleName() + " is no operator for the values of one row");
        }

        return own.or(() -> JavaConverters.seqAsJavaList(node.children()).stream()
                .flatMap(child -> problem(child, names).stream())
                .findFirst());
    }

    private static Optional<String> unknown(UnresolvedAttribute attribute, Collection<String> names) {
        String name = String.join(".", JavaConverters.seqAsJavaList(attribute.nameParts()));
        return names.contains(name) ? Optional.empty() : Optional.of("there is no column " + name + meant(name, names));
    }

    private static Optional<String> unlisted(UnresolvedFunction function) {
        List<String> parts = JavaConverters.seqAsJavaList(function.nameParts());
        String name = String.join(".", parts).toLowerCase(Locale.ROOT);
        boolean listed = FUNCTIONS.contains(name)
                && !function.isDistinct()
                && function.filter().isEmpty();
        return listed
                ? Optional.empty()
                : Optional.of("function " + name + " is not allowed" + meant(name, FUNCTIONS) + "; the functions are "
                        + FUNCTIONS.stream().sorted().toList());
    }

    private static String meant(String name, Collection<String> known) {
        List<String> near = Nearest.of(name, known);
        return near.isEmpty() || near.contains(name) ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
