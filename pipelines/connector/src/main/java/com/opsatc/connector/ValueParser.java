package com.opsatc.connector;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Turns the text of a column into its value, or says that the text stands for none.
 *
 * <p>Values: text for strings, {@code Long} for integers, instants (microseconds since 1970 UTC) and times (microseconds
 * since midnight), {@code BigDecimal} of scale 9, {@code Integer} for dates (days since 1970), {@code Boolean}, and a list
 * of text.
 */
public interface ValueParser {
    /** The value; empty when the text is not of the column's type. Text that means "unknown" never comes here. */
    Optional<Object> parse(String text);

    /**
     * The parser of a column.
     *
     * @param zone of local times, where the column names none of its own
     */
    static ValueParser of(ColumnSpec column, ZoneId zone) {
        ZoneId local = column.zone() == null ? zone : ZoneId.of(column.zone());
        return switch (column.type()) {
            case STRING -> Optional::of;
            case INTEGER -> Numbers::integer;
            case DECIMAL -> Numbers::decimal;
            case DATE -> new Times(column.formats(), local)::date;
            case INSTANT -> new Times(column.formats(), local)::instant;
            case TIME -> new Times(column.formats(), local)::time;
            case BOOLEAN -> Words::truth;
            case LIST -> Words::list;
        };
    }
}
