package com.opsatc.jobs.cli.slice;

import static java.util.Objects.requireNonNull;

import com.opsatc.evidence.EvidenceRow;
import java.util.function.Predicate;

/**
 * One condition of a slice.
 *
 * @param dimension what it is about
 * @param text as it is written, always the same for the same condition
 */
record SliceTerm(SliceDimension dimension, String text, Predicate<EvidenceRow> holds) {
    SliceTerm {
        requireNonNull(dimension, "dimension");
        requireNonNull(text, "text");
        requireNonNull(holds, "holds");
    }
}
