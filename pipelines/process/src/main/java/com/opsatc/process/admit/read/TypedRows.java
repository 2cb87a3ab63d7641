package com.opsatc.process.admit.read;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.NullWords;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.connector.text.Blanks;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.connector.value.ValueParser;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.key.ActorSlots;
import com.opsatc.tenancy.scope.KeyRing;
import java.io.Serializable;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gives the columns of a record their types. Instants are microseconds and dates days here; {@link Admission} makes SQL
 * types of them.
 *
 * <pre>
 * declared columns…  _file  _row  _cursor  _content            _fault   _invalid                   _fine_<instant>…  _unseen
 * …                  3fa8…     1  null     key of its content  null     type:<the first column     null              null
 *                                                                       whose text is none>
 * </pre>
 *
 * {@code _fine_} of an instant is what {@link InstantValue#fine} says of it, null for nothing; {@code _unseen} is true where a
 * text had blanks or characters without a width at its ends, null elsewhere.
 */
public final class TypedRows implements Serializable {
    private static final long serialVersionUID = 1L;
    static final String CONTENT = "_content";
    static final String FAULT = "_fault";
    static final String INVALID = "_invalid";
    public static final String FINE = "_fine_";
    public static final String UNSEEN = "_unseen";

    /** After the declared columns, the file, the row and the cursor. */
    private static final int PLACE_OF_CONTENT = 3;

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int MONTHS = 12;

    private final StreamSpec stream;
    private final ZoneId zone;
    private final List<String> headers;
    private final String keyReference;
    private transient ActorSlots slots;
    private transient List<ValueParser> parsers;
    private transient List<NullWords> nulls;

    /** Rows that are only looked at: they have no slots. */
    public TypedRows(StreamSpec stream, ZoneId zone) {
        this(stream, zone, null);
    }

    /** @param keyReference of the tenant under whose key actors get their numbers; null for none */
    TypedRows(StreamSpec stream, ZoneId zone, String keyReference) {
        this.stream = stream;
        this.zone = zone;
        this.headers = stream.headers();
        this.keyReference = keyReference;
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
                .add(FAULT, DataTypes.StringType, true)
                .add(INVALID, DataTypes.StringType, true);
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
        List<Object> values = new ArrayList<>();
        MessageDigest content = stream.key().isEmpty() ? Sha256.digest() : null;
        String invalid = null;
        String cursor = null;
        List<Integer> fine = new ArrayList<>();
        Boolean unseen = null;
        Map<Integer, String> actors = new HashMap<>();
        int at = 0;
        for (ColumnSpec column : stream.columns().values()) {
            ValueParser parser = parsers().get(at);
            Optional<String> known = fault.isPresent() ? Optional.empty() : known(column, nulls.get(at), text);
            Optional<Object> parsed = known.flatMap(parser::parse);
            Optional<Object> value = parsed;
            at++;
            if (known.isPresent() && value.isEmpty() && invalid == null) {
                invalid = parser.failure(known.get()) + ":" + column.name();
            }
            if (column.type() == ColumnType.INSTANT) {
                InstantValue instant = (InstantValue) value.orElse(null);
                fine.add(instant == null || instant.fine() == 0 ? null : (Integer) instant.fine());
                value = value.map(each -> ((InstantValue) each).micros());
            } else if (column.type() == ColumnType.STRING && known.isPresent() && hasUnseenEnds(known.get())) {
                unseen = true;
            }
            if (column.name().equals(stream.cursor())) {
                cursor = value.map(TypedRows::ordered).orElse(null);
            }
            if (column.type() == ColumnType.SLOT) {
                actors.put(values.size(), value.map(Object::toString).orElse(null));
                value = Optional.empty();
            } else if (content != null) {
                TypedContent.update(content, parsed);
            }

            values.add(value.map(TypedRows::forSpark).orElse(null));
        }

        if (keyReference != null && !actors.isEmpty()) {
            Object instant = values.get(List.copyOf(stream.columns().keySet())
                    .indexOf(stream.dated().orElseThrow()));
            actors.forEach((place, actor) ->
                    values.set(place, actor == null || instant == null ? null : slot(actor, (Long) instant)));
        }

        values.add(file);
        values.add(row);
        values.add(cursor);
        values.add(content == null ? null : Sha256.finish(content).hex());
        values.add(fault.orElse(null));
        values.add(invalid);
        values.addAll(fine);
        values.add(unseen);
        return RowFactory.create(values.toArray());
    }

    /** Of its month in UTC: what lasts over the end of one is of two slots. */
    private Long slot(String actor, long atUs) {
        if (slots == null) {
            slots = KeyRing.actorSlots(keyReference);
        }

        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(atUs, MICROS_PER_DAY));
        return slots.slot(actor, day.getYear() * MONTHS + day.getMonthValue());
    }

    /** What tells a row of a stream without a key from others; empty for a stream with one. */
    Optional<String> content(Row row) {
        return Optional.ofNullable(row.getString(stream.columns().size() + PLACE_OF_CONTENT));
    }

    /** The text of a column, empty where it means "unknown" or is not to be read in this row. */
    private Optional<String> known(ColumnSpec column, NullWords unknown, IntFunction<Optional<String>> text) {
        if (column.from().isEmpty() || !isRead(column, text)) {
            return Optional.empty();
        }

        List<String> parts = new ArrayList<>();
        for (String header : column.from()) {
            Optional<String> part = text.apply(headers.indexOf(header));
            if (part.isEmpty() || unknown.mean(part.get())) {
                return Optional.empty();
            }

            parts.add(part.get());
        }

        return Optional.of(parts.size() == 1 ? parts.get(0) : String.join(" ", parts));
    }

    private boolean isRead(ColumnSpec column, IntFunction<Optional<String>> text) {
        return column.onlyWhen() == null
                || text.apply(headers.indexOf(column.onlyWhen().column()))
                        .map(Blanks::stripped)
                        .filter(column.onlyWhen().values()::contains)
                        .isPresent();
    }

    private List<ValueParser> parsers() {
        if (parsers == null) {
            parsers = stream.columns().values().stream()
                    .map(column -> ValueParser.of(column, zone))
                    .toList();
            nulls = stream.columns().values().stream().map(NullWords::of).toList();
        }

        return parsers;
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
