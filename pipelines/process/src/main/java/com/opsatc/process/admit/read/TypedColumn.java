package com.opsatc.process.admit.read;

import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.NullWords;
import com.opsatc.connector.text.Blanks;
import com.opsatc.connector.value.ValueParser;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A column as it is read from every record: which texts make it, which of them mean "unknown", and what value they are. */
final class TypedColumn {
    private static final int ALWAYS = -1;

    private final ColumnSpec spec;
    private final ValueParser parser;
    private final NullWords unknown;
    private final int[] from;
    private final int onlyWhen;

    /** @param headers that are read, in the order in which their texts are asked for */
    TypedColumn(ColumnSpec spec, List<String> headers, ZoneId zone) {
        this.spec = spec;
        this.parser = ValueParser.of(spec, zone);
        this.unknown = NullWords.of(spec);
        this.from = spec.from().stream().mapToInt(headers::indexOf).toArray();
        this.onlyWhen = spec.onlyWhen() == null
                ? ALWAYS
                : headers.indexOf(spec.onlyWhen().column());
    }

    String name() {
        return spec.name();
    }

    ColumnType type() {
        return spec.type();
    }

    /** The column's text in a record; null where it means "unknown" or is not to be read there. */
    String text(IntFunction<Optional<String>> texts) {
        if (from.length == 0 || onlyWhen != ALWAYS && !isRead(texts)) {
            return null;
        }

        String all = null;
        for (int header : from) {
            String part = texts.apply(header).orElse(null);
            if (part == null || unknown.mean(part)) {
                return null;
            }

            all = all == null ? part : all + " " + part;
        }

        return all;
    }

    /** Null when the text is not of the column's type. */
    Object value(String text) {
        return parser.parse(text).orElse(null);
    }

    /** The code of why a text has no value. */
    String failure(String text) {
        return parser.failure(text) + ":" + spec.name();
    }

    private boolean isRead(IntFunction<Optional<String>> texts) {
        return texts.apply(onlyWhen)
                .map(Blanks::stripped)
                .filter(spec.onlyWhen().values()::contains)
                .isPresent();
    }
}
