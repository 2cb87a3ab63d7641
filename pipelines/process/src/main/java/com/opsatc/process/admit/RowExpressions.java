package com.opsatc.process.admit;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.Nearest;
import com.opsatc.contract.PipelineException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import scala.collection.JavaConverters;

/**
 * Holds a connector's expressions to what they are for: a value from one row.
 *
 * <p>Guarantee: only the columns that the mapping declares, only the functions listed here, and only plain operators pass;
 * so no subquery, window or aggregate, nothing that calls Java, names a file or a session, and nothing that gives another
 * value tomorrow: no text stands for the present, and none is replaced by a variable of the process. Limit: an expression may still fail on a row, e.g. by dividing by zero.
 */
final class RowExpressions {
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

    private final SparkSession session;
    private final String connector;

    RowExpressions(SparkSession session, String connector) {
        this.session = session;
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
        if (expression.contains(VARIABLE)) {
            throw refused(place, VARIABLE + "…} is not replaced by anything; write the value");
        }

        try {
            Expression parsed = session.sessionState().sqlParser().parseExpression(expression);
            ClockFree.require(parsed, expression, why -> refused(place, why));
            check(place, parsed, names);
        } catch (ParseException e) {
            throw refused(place, "it does not parse as a Spark SQL expression");
        }
    }

    private void check(String place, Expression node, Collection<String> names) {
        if (node instanceof UnresolvedAttribute attribute) {
            requireKnown(place, attribute, names);
        } else if (node instanceof UnresolvedFunction function) {
            requireListed(place, function);
        } else if (!OPERATORS.contains(node.getClass().getSimpleName())) {
            throw refused(place, node.getClass().getSimpleName() + " is no operator for the values of one row");
        }

        JavaConverters.seqAsJavaList(node.children()).forEach(child -> check(place, child, names));
    }

    private void requireKnown(String place, UnresolvedAttribute attribute, Collection<String> names) {
        String name = String.join(".", JavaConverters.seqAsJavaList(attribute.nameParts()));
        if (!names.contains(name)) {
            List<String> near = Nearest.of(name, names);
            throw refused(
                    place,
                    "there is no column " + name
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
        }
    }

    private void requireListed(String place, UnresolvedFunction function) {
        List<String> parts = JavaConverters.seqAsJavaList(function.nameParts());
        String name = String.join(".", parts).toLowerCase(Locale.ROOT);
        if (!FUNCTIONS.contains(name)
                || function.isDistinct()
                || function.filter().isDefined()) {
            throw refused(
                    place,
                    "function " + name + " is not allowed; the functions are "
                            + FUNCTIONS.stream().sorted().toList());
        }
    }

    private PipelineException refused(String place, String why) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot use connector " + connector + ": the expression of " + place + ": " + why);
    }
}
