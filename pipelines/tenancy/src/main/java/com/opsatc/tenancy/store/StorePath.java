package com.opsatc.tenancy.store;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A checked path inside a tenant's store: folders and a name of {@code A-Z a-z 0-9 _ = % + , @ . -}, none starting with a
 * dot, joined by single slashes. One file has exactly one spelling, because the spelling is bound into its encryption.
 */
public record StorePath(String text) {
    /** What Iceberg's catalog tables can hold, less room for the store's name. */
    private static final int LONGEST = 900;

    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z0-9_=%+,@-][A-Za-z0-9_=%+,@.-]{0,199}");

    public StorePath {
        Objects.requireNonNull(text, "path");
        if (text.length() > LONGEST || !List.of(text.split("/", -1)).stream().allMatch(StorePath::legal)) {
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Cannot resolve a stored path: it must be relative, at most " + LONGEST
                            + " characters, of elements of A-Z a-z 0-9 _ = % + , @ . - that do not start with a dot");
        }

        DataPurpose.ofFolder(text.split("/", -1)[0]);
    }

    /** Folders and name. */
    public List<String> elements() {
        return List.of(text.split("/", -1));
    }

    DataPurpose purpose() {
        return DataPurpose.ofFolder(elements().get(0));
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean legal(String element) {
        return ELEMENT.matcher(element).matches();
    }
}
