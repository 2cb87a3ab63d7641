package com.opsatc.contract.value;

import com.opsatc.contract.figure.Humane;

/** What of a recommendation's effect a rate is for one of. */
public enum Quantity {
    /** 24 hours of elapsed time of a case, counted in microseconds. */
    ELAPSED_DAY("day of elapsed time", 86_400_000_000L) {
        @Override
        public String text(long amount) {
            return Humane.duration(amount) + " of elapsed time";
        }
    },
    /** A repetition that does not happen. */
    REPETITION("repetition that does not happen", 1) {
        @Override
        public String text(long amount) {
            return Humane.count(amount) + (amount == 1 ? " repetition" : " repetitions");
        }
    },
    /** A promise more that is kept. */
    PROMISE("promise more that is kept", 1) {
        @Override
        public String text(long amount) {
            return Humane.count(amount) + (amount == 1 ? " promise" : " promises");
        }
    };

    private final String words;
    private final long one;

    Quantity(String words, long one) {
        this.words = words;
        this.one = one;
    }

    /** So much of it as people read it. */
    public abstract String text(long amount);

    /** One of it, in words. */
    public String words() {
        return words;
    }

    /** How much of what is counted is one of it. */
    public long one() {
        return one;
    }
}
