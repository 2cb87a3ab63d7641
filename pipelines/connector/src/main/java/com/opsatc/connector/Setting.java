package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A choice that whoever adds a source makes with {@code --set name=value}.
 *
 * @param fallback its value when none is given; null for none
 */
public record Setting(
        String description,
        boolean required,
        @JsonProperty("default") String fallback) {
    public Setting {
        requireNonNull(description, "description");
    }

    /** The same choice with another value for when none is given. */
    Setting defaulting(String value) {
        return new Setting(description, required, value);
    }

    /** Its value when none is given. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(fallback);
    }
}
