package com.opsatc.process.admit.read;

import com.opsatc.connector.TimeWindow;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.connector.text.Blanks;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.tenancy.key.ActorSlots;
import com.opsatc.tenancy.scope.KeyRing;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gives the columns of a record their types, and says why a row is kept out. Instants are microseconds and dates days here; {@link Admission} makes SQL
 * types of them.
 *
 * <pre>
 * declared columns…  _file  _row  _cursor  _content            _reason                             _fine_<instant>…  _unseen
 * …                  3fa8…     1  null     key of its content  null, or why the row is kept out    null              null
 * </pre>
 *
 * {@code _fine_} of an instant is what {@link InstantValue#fine} says of it, null for nothing; {@code _unseen} is true where a
 * text had blanks or characters without a width at its ends, null elsewhere.
 */
public final class TypedRows implements Serializable {
    private static final long serialVersionUID = 1L;
    static final String CONTENT = "_content";
    static final String REASON = "_reason";
    public static final String FINE = "_fine_";
    public static final String UNSEEN = "_unseen";

    /** After the declared columns, the file, the row and the cursor. */
    private static final int PLACE_OF_CONTENT = 3;

    private static final int PLACE_OF_REASON = PLACE_OF_CONTENT + 1;

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int MONTHS = 12;

    private final StreamSpec stream;
    private final ZoneId zone;
    private final Quarantine quarantine;
    private final String keyReference;
    private transient ActorSlots slots;
    private transient TypedContent content;
    private transient TypedColumn[] columns;
    private transient int dated;

    /** Rows that are only looked at: they have no slots. */
    public TypedRows(StreamSpec stream, ZoneId zone, TimeWindow times) {
        this(stream, zone, times, null);
    }

    /** @param keyReference of the tenant under whose key actors get their numbers; null for none */
    TypedRows(StreamSpec stream, ZoneId zone, TimeWindow times, String keyReference) {
        this.stream = stream;
        this.zone = zone;
        this.quarantine = new Quarantine(stream, times);
        this.keyReference = keyReference;
    }

    StreamSpec stream() {
        return stream;
    }

    StructType schema() {
        StructType schema = new StructType();
        for (ColumnSpec column : stream.columns().values()) {
            schema = schema.add(column.name(), type(column.type()), true);
        }

        schema = schema.add("_file", DataTypes.StringType, false)
                .add("_row", DataTypes.LongType, false)
                .add("_cursor", DataTypes.StringType, true)
                .add(CONTENT, DataTypes.StringType, true)
                .add(REASON, DataTypes.StringType, true);
        for (String fine : fine(stream)) {
            schema = schema.add(fine, DataTypes.IntegerType, true);
        }

        return schema.add(UNSEEN, DataTypes.BooleanType, true);
    }

    /** The columns that say more of a stream's instants than their microseconds. */
    public static List<String> fine(StreamSpec stream) {
        return stream.columns().values().stream()
                .filter(column -> column.type() == ColumnType.INSTANT)
                .map(column -> FINE + column.name())
                .toList();
    }

    /**
     * @param fault why no value of the record can be told; empty when they can
     * @param text of a header, by its position in {@link StreamSpec#headers()}
     */
    Row row(String file, long row, Optional<String> fault, IntFunction<Optional<String>> text) {
        prepare();
        Object[] values = new Object[columns.length];
        String told = fault.orElse(null);
        String cursor = null;
        List<Object> fine = new ArrayList<>();
        Boolean unseen = null;
        for (int at = 0; at < columns.length; at++) {
            TypedColumn column = columns[at];
            String known = fault.isPresent() ? null : column.text(text);
            Object parsed = known == null ? null : column.value(known);
            Object value = parsed;
            if (known != null && parsed == null && told == null) {
                told = column.failure(known);
            }
            if (column.type() == ColumnType.INSTANT) {
                InstantValue instant = (InstantValue) parsed;
                fine.add(instant == null || instant.fine() == 0 ? null : (Integer) instant.fine());
                value = instant == null ? null : (Object) instant.micros();
            } else if (column.type() == ColumnType.STRING && known != null && hasUnseenEnds(known)) {
                unseen = true;
            }
            if (value != null && column.name().equals(stream.cursor())) {
                cursor = ordered(value);
            }
            if (content != null && column.type() != ColumnType.SLOT) {
                content.add(parsed);
            }

            values[at] = forSpark(value);
        }

        String reason = quarantine.reason(told, values);
        numberActors(values);
        Object[] all = Arrays.copyOf(values, values.length + PLACE_OF_REASON + 1 + fine.size() + 1);
        int next = values.length;
        all[next] = file;
        all[next + 1] = row;
        all[next + 2] = cursor;
        all[next + PLACE_OF_CONTENT] = content == null ? null : content.finish();
        all[next + PLACE_OF_REASON] = reason;
        for (int i = 0; i < fine.size(); i++) {
            all[next + PLACE_OF_REASON + 1 + i] = fine.get(i);
        }

        all[all.length - 1] = unseen;
        return RowFactory.create(all);
    }

    /** What tells a row of a stream without a key from others; empty for a stream with one. */
    Optional<String> content(Row row) {
        return Optional.ofNullable(row.getString(stream.columns().size() + PLACE_OF_CONTENT));
    }

    /** Whether a row is kept out. */
    boolean keepsOut(Row row) {
        return !row.isNullAt(stream.columns().size() + PLACE_OF_REASON);
    }

    /** Of the month in UTC: what lasts over the end of one is of two slots. */
    private void numberActors(Object[] values) {
        for (int at = 0; at < columns.length; at++) {
            if (columns[at].type() == ColumnType.SLOT && values[at] != null) {
                values[at] = keyReference == null || values[dated] == null
                        ? null
                        : (Object) slot((String) values[at], (Long) values[dated]);
            }
        }
    }

    private long slot(String actor, long atUs) {
        if (slots == null) {
            slots = KeyRing.actorSlots(keyReference);
        }

        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(atUs, MICROS_PER_DAY));
        return slots.slot(actor, day.getYear() * MONTHS + day.getMonthValue());
    }

    /** Parsers have no serial form: a task makes its own. */
    private void prepare() {
        if (columns == null) {
            List<String> headers = stream.headers();
            columns = stream.columns().values().stream()
                    .map(column -> new TypedColumn(column, headers, zone))
                    .toArray(TypedColumn[]::new);
            content = stream.key().isEmpty() ? new TypedContent() : null;
            dated = stream.dated()
                    .map(List.copyOf(stream.columns().keySet())::indexOf)
                    .orElse(0);
        }
    }

    private static boolean hasUnseenEnds(String text) {
        return Blanks.isUnseen(text.charAt(0)) || Blanks.isUnseen(text.charAt(text.length() - 1));
    }

    /** A text that compares, byte by byte, as the value does. */
    private static String ordered(Object value) {
        if (value instanceof Number number) {
            String digits = Long.toHexString(number.longValue() ^ Long.MIN_VALUE);
            return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
        }

        return String.valueOf(value);
    }

    private static Object forSpark(Object value) {
        return value instanceof List<?> list ? list.toArray(new String[0]) : value;
    }

    static DataType type(ColumnType type) {
        return switch (type) {
            case STRING -> DataTypes.StringType;
            case INTEGER, INSTANT, TIME, SLOT -> DataTypes.LongType;
            case DECIMAL -> DataTypes.createDecimalType(38, 9);
            case DATE -> DataTypes.IntegerType;
            case BOOLEAN -> DataTypes.BooleanType;
            case LIST -> DataTypes.createArrayType(DataTypes.StringType, false);
        };
    }
}
