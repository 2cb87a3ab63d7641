package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The variants of one process in one view.
 *
 * @param total how many variants there are
 * @param variants the most frequent, by cases descending, then id; {@code total} says how many more there are
 */
public record ProcessVariants(String process, String view, long cases, long total, List<Variant> variants) {
    public ProcessVariants {
        requireNonNull(process, "process");
        requireNonNull(view, "view");
        variants = List.copyOf(variants);
    }
}
