package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * A column that is read; what is not declared is never materialised.
 *
 * @param name in expressions: a-z, 0-9 and {@code _}
 * @param from header names; the texts of several are joined by a space before they are parsed (a date and a time). Empty
 *     when an optional setting chose none: then the column is null in every row
 * @param required a row without a value is quarantined, and a file without the column is refused
 * @param formats date and time patterns tried in order (java.time letters, English months), {@code iso} for ISO 8601
 * @param nulls texts that mean "unknown"; the empty text always does. In a column of several headers it applies to each
 * @param zone IANA zone of local times; null for the source's
 * @param onlyWhen null for every row
 */
public record ColumnSpec(
        String name,
        List<String> from,
        ColumnType type,
        boolean required,
        List<String> formats,
        List<String> nulls,
        String zone,
        OnlyWhen onlyWhen,
        String description,
        Classification classification)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ColumnSpec {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(description, "description");
        from = List.copyOf(from);
        formats = formats == null || formats.isEmpty() ? List.of("iso") : List.copyOf(formats);
        nulls = nulls == null ? List.of() : List.copyOf(nulls);
        classification = classification == null ? Classification.NONE : classification;
    }

    ColumnSpec with(Settings settings) {
        return new ColumnSpec(
                name,
                settings.texts(from),
                type,
                required,
                settings.texts(formats),
                nulls,
                zone == null || settings.text(zone).isEmpty() ? null : settings.text(zone),
                onlyWhen,
                description,
                classification);
    }
}
