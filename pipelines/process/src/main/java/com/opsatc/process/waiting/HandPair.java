package com.opsatc.process.waiting;

import java.io.Serializable;
import java.util.BitSet;

/** Two groups of activities, by the codes of a log with transitions, that must not be done by one slot in a case. */
public record HandPair(BitSet first, BitSet second) implements Serializable {
    private static final long serialVersionUID = 1L;

    public HandPair {
        first = (BitSet) first.clone();
        second = (BitSet) second.clone();
    }

    /** All codes of either. */
    BitSet codes() {
        BitSet codes = (BitSet) first.clone();
        codes.or(second);
        return codes;
    }
}
