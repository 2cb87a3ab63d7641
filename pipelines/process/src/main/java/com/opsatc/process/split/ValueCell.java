package com.opsatc.process.split;

import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.kernel.segment.MixRate;

/** Members that have a value of an attribute in common, or none, or one of many; {@code value} as in {@link SplitSegment}. */
record ValueCell(SplitSegment.Kind kind, String value, MixRate.Part part) {
    long members() {
        return part.nBefore() + part.nAfter();
    }

    /** Whether it has too few members in a period to be told alone. */
    boolean small() {
        return ChangeSplit.few(part.nBefore()) || ChangeSplit.few(part.nAfter());
    }

    /** Both together, as one of the others. */
    ValueCell with(ValueCell more) {
        return new ValueCell(SplitSegment.Kind.OTHER, null, part.plus(more.part));
    }
}
