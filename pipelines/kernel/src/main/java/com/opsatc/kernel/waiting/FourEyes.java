package com.opsatc.kernel.waiting;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * In how many cases two groups of activities were done by different slots (definitions 1.13). It knows equality of slots alone, keeps
 * none of them beyond a case, and says of no case which it is.
 *
 * <p>A case that has activities of both groups is <em>broken</em>, where a slot did one of each; <em>kept</em>, where none did and that is
 * known of all of them; else <em>undecided</em>: of one it is not told who did it, or they are of two months, whose slots are other
 * numbers.
 *
 * <pre>
 * create by 7, approve by 7                  broken
 * create by 7, approve by 9                  kept
 * create by 7, approve by 9, approve by 7    broken
 * create by 7, approve by nobody known       undecided
 * create by 7 in May, approve by 9 in June   undecided
 * </pre>
 */
public final class FourEyes {
    /** Stands for a month that is not known for sure. */
    public static final int NO_MONTH = Integer.MIN_VALUE;

    private final BitSet first;
    private final BitSet second;
    private final Set<Long> firstSlots = new HashSet<>();
    private final Set<Long> secondSlots = new HashSet<>();
    private final Set<Integer> months = new HashSet<>();
    private boolean hasFirst;
    private boolean hasSecond;
    private boolean unknown;
    private long kept;
    private long broken;
    private long undecided;
    private long told;

    /** @param first codes, {@code second} others */
    public FourEyes(BitSet first, BitSet second) {
        if (first.intersects(second)) {
            throw new IllegalArgumentException("Invalid rule: no activity can be in both groups");
        }

        this.first = (BitSet) first.clone();
        this.second = (BitSet) second.clone();
    }

    /**
     * An event of the case at hand, in any order.
     *
     * @param slot null where it is not told who or what did it
     * @param month of its slot; {@link #NO_MONTH} where that is not known
     */
    public void event(int code, Long slot, int month) {
        boolean ofFirst = first.get(code);
        boolean ofSecond = second.get(code);
        if (!ofFirst && !ofSecond) {
            return;
        }

        hasFirst |= ofFirst;
        hasSecond |= ofSecond;
        if (slot == null || month == NO_MONTH) {
            unknown = true;
        } else {
            months.add(month);
        }
        if (slot != null) {
            told++;
            (ofFirst ? firstSlots : secondSlots).add(slot);
        }
    }

    /** The case at hand has no more events. */
    public void endCase() {
        if (hasFirst && hasSecond) {
            firstSlots.retainAll(secondSlots);
            if (!firstSlots.isEmpty()) {
                broken++;
            } else if (unknown || months.size() > 1) {
                undecided++;
            } else {
                kept++;
            }
        }

        firstSlots.clear();
        secondSlots.clear();
        months.clear();
        hasFirst = false;
        hasSecond = false;
        unknown = false;
    }

    public Found found() {
        return new Found(kept, broken, undecided, told);
    }

    /**
     * What was found of cases; those without an activity of both groups are in none.
     *
     * @param told of how many events of these activities it is told who or what did them
     */
    public record Found(long kept, long broken, long undecided, long told) {
        public static final Found NOTHING = new Found(0, 0, 0, 0);

        public Found plus(Found more) {
            return new Found(kept + more.kept, broken + more.broken, undecided + more.undecided, told + more.told);
        }

        public long cases() {
            return kept + broken + undecided;
        }
    }
}
