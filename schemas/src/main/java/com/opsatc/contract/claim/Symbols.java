package com.opsatc.contract.claim;

import java.util.Arrays;
import java.util.Locale;

/** How constants of the vocabulary stand in documents: in lower case, {@code LOW_N} as {@code low-n} or {@code low_n}. */
public final class Symbols {
    private Symbols() {}

    public static String hyphened(Enum<?> constant) {
        return underscored(constant).replace('_', '-');
    }

    public static String underscored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a symbol of either form; the error does not repeat an unknown one, which may be a tenant's text. */
    public static <E extends Enum<E>> E find(Class<E> type, String symbol) {
        String name = symbol.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown " + type.getSimpleName() + "; known are " + Arrays.toString(type.getEnumConstants())));
    }
}
