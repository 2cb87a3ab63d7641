package com.opsatc.connector.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A choice that whoever adds a source makes with {@code --set name=value}.
 *
 * @param fallback its value when none is given; null for none
 * @param values the words that may be given, and what each stands for; empty when any text may
 */
public record Setting(
        String description,
        boolean required,
        @JsonProperty("default") String fallback,
        SortedMap<String, String> values) {
    public Setting {
        requireNonNull(description, "description");
        values = Collections.unmodifiableSortedMap(values == null ? new TreeMap<>() : new TreeMap<>(values));
    }

    /** The same choice with another value for when none is given. */
    public Setting defaulting(String value) {
        return new Setting(description, required, value, values);
    }

    /** Its value when none is given. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(fallback);
    }
}
