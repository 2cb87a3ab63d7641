package com.opsatc.connector.spec;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.text.TextForm;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A column that is read; what is not declared is never materialised.
 *
 * @param name in expressions: a-z, 0-9 and {@code _}
 * @param from header names; the texts of several are joined by a space before they are parsed (a date and a time). Empty
 *     when an optional setting chose none: then the column is null in every row
 * @param required a row without a value is quarantined, and a file without the column is refused
 * @param formats of dates and times, tried in order: patterns (java.time letters, English names), {@code iso} for ISO 8601,
 *     {@code epoch-s}, {@code epoch-ms}, {@code epoch-us}, {@code epoch-ns}, {@code excel}, {@code excel-1904}; of numbers, the
 *     one style by a sample, such as {@code 1.234,5}
 * @param nulls texts that mean "unknown", {@code usual} for those of {@link NullWords}, which stand when none are declared;
 *     the empty text always does. In a column of several headers it applies to each
 * @param normalise how a text that names something is written; null for as it stands
 * @param known texts that the connector understands; empty for any. Others are read, and counted in the quality document
 * @param zone IANA zone of local times; null for the source's
 * @param onlyWhen null for every row
 * @param text how much of a text is kept, a word of {@link TextForm}
 */
public record ColumnSpec(
        String name,
        List<String> from,
        ColumnType type,
        boolean required,
        List<String> formats,
        List<String> nulls,
        Normalisation normalise,
        List<String> known,
        String zone,
        OnlyWhen onlyWhen,
        String description,
        Classification classification,
        String text)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ColumnSpec {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(description, "description");
        from = List.copyOf(from);
        formats = formats == null || formats.isEmpty() ? List.of("iso") : List.copyOf(formats);
        nulls = nulls == null ? List.of(NullWords.USUAL) : List.copyOf(nulls);
        known = known == null ? List.of() : List.copyOf(known);
        classification = classification == null ? Classification.NONE : classification;
        text = text == null || text.isEmpty() ? TextForm.STRIPPED.word() : text;
    }

    ColumnSpec with(Settings settings) {
        return new ColumnSpec(
                name,
                settings.texts(from),
                type,
                required,
                settings.alternatives(formats),
                settings.alternatives(nulls),
                normalise,
                known,
                zone == null || settings.text(zone).isEmpty() ? null : settings.text(zone),
                onlyWhen,
                description,
                classification,
                settings.text(text));
    }

    /** How much of a text is kept. */
    public TextForm form() {
        return TextForm.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
