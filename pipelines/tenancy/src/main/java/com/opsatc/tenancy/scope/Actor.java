package com.opsatc.tenancy.scope;

import java.util.Objects;
import java.util.regex.Pattern;

/** Who uses a scope: an account or service name of 1 to 64 characters of A-Z a-z 0-9 . _ @ -. */
public record Actor(String name) {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    public Actor {
        Objects.requireNonNull(name, "name");
        if (!LEGAL.matcher(name).matches()) {
            throw new IllegalArgumentException("Illegal actor: use 1 to 64 characters of A-Z a-z 0-9 . _ @ -");
        }
    }
}
