package com.opsatc.tenancy.backend;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The backends of one door by name. A reference is {@code <backend>:<place>}, where only the backend knows what a place is; a
 * text without a backend, as a path is, is a place of {@value #LOCAL}.
 *
 * @param door for messages
 */
record Backends<T>(String door, Map<String, Function<String, T>> byName) {
    static final String LOCAL = "local";

    private static final Pattern REFERENCE = Pattern.compile("([a-z][a-z0-9-]*):(.*)");

    T of(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        String name = parts.matches() ? parts.group(1) : LOCAL;
        Function<String, T> backend = byName.get(name);
        if (backend == null) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot open " + door + ": this release has no backend " + name + ", only "
                            + String.join(", ", new TreeMap<>(byName).keySet())
                            + "; name one of these, or a path");
        }

        return backend.apply(parts.matches() ? parts.group(2) : reference);
    }
}
