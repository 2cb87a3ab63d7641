package com.opsatc.connector.mapping;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.spec.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * At most one record of another stream beside each record; its columns are {@code stream.column} in expressions, and null
 * where there is none.
 *
 * @param optional a record without a partner is usual and costs no figure its ground, so that few partners are only told of
 * @param on every key column of that stream, with an expression over the mapped stream
 */
public record Join(String stream, boolean optional, Map<String, String> on) {
    public Join {
        requireNonNull(stream, "stream");
        on = Collections.unmodifiableMap(new LinkedHashMap<>(on));
    }

    Join with(Settings settings) {
        return new Join(stream, optional, settings.expressions(on));
    }
}
