package com.opsatc.process.admit.map;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.String2TrimExpression;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.JavaConverters;

/**
 * Refuses an expression in which a text stands for the present, as {@code timestamp'now'} and {@code t > 'today'} do: Spark
 * reads {@code epoch}, {@code now}, {@code today}, {@code tomorrow} and {@code yesterday} so wherever a constant text becomes
 * a time, also one that functions put together.
 */
final class ClockFree {
    private static final Set<DataType> TIMES =
            Set.of(DataTypes.DateType, DataTypes.TimestampType, DataTypes.TimestampNTZType);

    /** Collections of constants, whose members are looked at one by one. */
    private static final Set<String> COLLECTIONS = Set.of("array", "map");

    /** A time as it may be spelt: from its first character on, no word. */
    private static final String SPELT = "(?s)[A-Za-z_`\\s]+(['\"])\\s*[-+]?[0-9][^\\\\]*\\1";

    private ClockFree() {}

    /** Why the expression of a text is refused; empty when it is not. */
    static Optional<String> problem(Expression node, String text) {
        if (node instanceof Literal literal && standsForThePresent(literal, text)) {
            return Optional.of("a text such as 'now' or 'today' stands for the present, and the same extract would give"
                    + " another value tomorrow; write the date");
        }
        if (!(node instanceof Literal) && constant(node) && composes(node)) {
            return Optional.of("a part of it has no column; write its value");
        }

        return JavaConverters.seqAsJavaList(node.children()).stream()
                .flatMap(child -> problem(child, text).stream())
                .findFirst();
    }

    private static boolean standsForThePresent(Literal literal, String text) {
        return TIMES.contains(literal.dataType())
                ? !spelling(literal, text).matches(SPELT)
                : literal.dataType().equals(DataTypes.StringType)
                        && literal.value() != null
                        && DateTimeUtils.convertSpecialTimestamp(literal.value().toString(), ZoneOffset.UTC)
                                .isDefined();
    }

    /** What the parser made the literal of; it has kept only the value. */
    private static String spelling(Literal literal, String text) {
        var from = literal.origin().startIndex();
        var to = literal.origin().stopIndex();
        return from.isEmpty() || to.isEmpty() ? "" : text.substring((int) from.get(), (int) to.get() + 1);
    }

    private static boolean composes(Expression node) {
        if (node instanceof UnresolvedFunction function) {
            return !COLLECTIONS.contains(function.nameParts().mkString(".").toLowerCase(Locale.ROOT));
        }

        return node instanceof CaseWhen || node instanceof String2TrimExpression;
    }

    private static boolean constant(Expression node) {
        return !(node instanceof UnresolvedAttribute)
                && JavaConverters.seqAsJavaList(node.children()).stream().allMatch(ClockFree::constant);
    }
}
