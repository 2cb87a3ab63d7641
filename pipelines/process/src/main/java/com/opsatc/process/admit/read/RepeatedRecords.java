package com.opsatc.process.admit.read;

/**
 * Whether any of the records of a file may be there twice, told by 64 bits of each one's digest: two that differ there are
 * different. Beyond a number of records nobody counts on, it says that some may be.
 */
final class RepeatedRecords {
    private static final int HEX_DIGITS = 16;
    private static final int HEX = 16;
    private static final int FIRST_PLACES = 1 << 10;
    private static final int MOST_PLACES = 1 << 26;

    private long[] places = new long[FIRST_PLACES];
    private int taken;
    private boolean possible;

    /** @param digest of a record's content, in hexadecimal */
    void add(String digest) {
        if (possible) {
            return;
        }

        long bits = Long.parseUnsignedLong(digest, 0, HEX_DIGITS, HEX);
        if (bits == 0 || !enter(bits)) {
            possible = true; // 0 stands for an empty place
        } else if (2 * ++taken > places.length) {
            grow();
        }

        if (possible) {
            places = new long[0];
        }
    }

    boolean possible() {
        return possible;
    }

    /** False for what is there. */
    private boolean enter(long bits) {
        int place = (int) bits & (places.length - 1);
        while (places[place] != 0) {
            if (places[place] == bits) {
                return false;
            }

            place = (place + 1) & (places.length - 1);
        }

        places[place] = bits;
        return true;
    }

    private void grow() {
        if (places.length == MOST_PLACES) {
            possible = true;
            return;
        }

        long[] before = places;
        places = new long[2 * before.length];
        for (long bits : before) {
            if (bits != 0) {
                enter(bits);
            }
        }
    }
}
