package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.LogView;
import java.util.List;

/**
 * The variants of one process in one view.
 *
 * @param objectType that the cases are in a view of objects; null in others
 * @param total how many variants there are
 * @param variants the most frequent, by cases descending, then id; {@code total} says how many more there are
 */
public record ProcessVariants(
        String process, LogView view, String objectType, long cases, long total, List<Variant> variants) {
    public ProcessVariants {
        requireNonNull(process, "process");
        requireNonNull(view, "view");
        variants = List.copyOf(variants);
    }

    /** The variants of a view whose cases are no objects of a type. */
    public ProcessVariants(String process, LogView view, long cases, long total, List<Variant> variants) {
        this(process, view, /* objectType= */ null, cases, total, variants);
    }
}
