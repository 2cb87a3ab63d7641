package com.opsatc.kernel.pairing;

/** A time for which an activity instance was suspended, in microseconds UTC; it does not end before it begins. */
public record Rest(long fromUs, long toUs) {
    public Rest {
        if (toUs < fromUs) {
            throw new IllegalArgumentException("Invalid rest: it ends before it begins");
        }
    }

    long lengthUs() {
        return toUs - fromUs;
    }
}
