package com.opsatc.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name of one tenant: lower-case ASCII letters, digits and hyphens, 2 to 63 characters, not starting with a hyphen.
 *
 * <p>The alphabet is a subset of what file systems, SQL and URLs take literally, so that an identifier can never name a
 * second place. Anything else is refused with an {@link IllegalArgumentException} that does not repeat the text.
 */
public record TenantId(@JsonValue String value) implements Comparable<TenantId> {
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    @JsonCreator
    public TenantId {
        Objects.requireNonNull(value, "value");
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Illegal tenant name: use 2 to 63 characters of a-z, 0-9 and '-', starting with a letter or digit");
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
