package com.opsatc.connector.value;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.Normalisation;
import com.opsatc.connector.text.TextForm;
import com.opsatc.connector.text.WordLists;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.connector.time.Times;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Turns the text of a column into its value, or says that the text stands for none.
 *
 * <p>Values: text for strings, {@code Long} for integers and times (microseconds since midnight), {@link InstantValue} for
 * instants, {@code BigDecimal} of scale 9, {@code Integer} for dates (days since 1970), {@code Boolean}, and a list of text.
 */
public interface ValueParser {
    /** The value; empty when the text is not of the column's type. Text that means "unknown" never comes here. */
    Optional<Object> parse(String text);

    /** Why a text that {@link #parse} gave nothing for is none, as a code of {@link Failure}. */
    default String failure(String text) {
        return Failure.TYPE;
    }

    /**
     * The parser of a column.
     *
     * @param zone of local times, where the column names none of its own
     */
    static ValueParser of(ColumnSpec column, ZoneId zone) {
        ZoneId local = column.zone() == null ? zone : ZoneId.of(column.zone());
        return switch (column.type()) {
            case STRING -> strings(column.form(), column.normalise());
            case INTEGER -> numbers(column)::integer;
            case DECIMAL -> numbers(column)::decimal;
            case DATE -> new Times(column.formats(), local)::date;
            case INSTANT -> new Instants(new Times(column.formats(), local));
            case TIME -> new Times(column.formats(), local)::time;
            case BOOLEAN -> WordLists::truth;
            case LIST -> WordLists::list;
            case SLOT -> strings(column.form(), column.normalise());
        };
    }

    private static Numbers numbers(ColumnSpec column) {
        return new Numbers(NumberStyle.named(column.formats().get(0))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no style of numbers: " + column.formats().get(0))));
    }

    private static ValueParser strings(TextForm form, Normalisation normalise) {
        return normalise == null
                ? text -> Optional.of(form.of(text))
                : text -> Optional.of(normalise.of(form.of(text)));
    }
}
