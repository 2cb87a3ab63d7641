package com.opsatc.tenancy.key;

import java.util.Objects;
import java.util.regex.Pattern;

/** Where a tenant's data must stay: 1 to 16 characters of a-z, 0-9 and '-'. It is bound into every key and file. */
public record Region(String value) {
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9-]{1,16}");

    /** The region of an installation that names none. */
    public static final Region LOCAL = new Region("local");

    public Region {
        Objects.requireNonNull(value, "value");
        if (!LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("Illegal region: use 1 to 16 characters of a-z, 0-9 and '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
