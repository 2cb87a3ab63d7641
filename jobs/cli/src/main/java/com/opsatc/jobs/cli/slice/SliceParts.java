package com.opsatc.jobs.cli.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many cases each combination of the conditions of a slice has, and each value that a condition lists: what would follow from
 * two slices by their difference. One of which one condition less is asked leaves over those that fail it.
 */
final class SliceParts {
    private final List<SliceTerm> terms;
    private final List<List<Predicate<SlicedMember>>> tests;
    /** By the set of conditions that hold, one bit each. */
    private final long[] records;

    private final String[] last;
    /** By condition and value, of members in the slice. */
    private final long[][] ofValues;

    private final String[][] lastOfValues;

    SliceParts(SliceWhere where, SliceNames names) {
        terms = where.terms();
        tests = new ArrayList<>();
        terms.forEach(term ->
                tests.add(term.values().stream().map(value -> value.in(names)).toList()));
        records = new long[1 << terms.size()];
        last = new String[records.length];
        ofValues = tests.stream().map(each -> new long[each.size()]).toArray(long[][]::new);
        lastOfValues = tests.stream().map(each -> new String[each.size()]).toArray(String[][]::new);
    }

    /** Whether a member is in the slice. */
    boolean holds(SlicedMember member) {
        return held(member) == records.length - 1;
    }

    /** The same, of a member that counts; those of a record follow each other. */
    boolean add(SlicedMember member) {
        int held = held(member);
        String record = member.row().record();
        if (!record.equals(last[held])) {
            last[held] = record;
            records[held]++;
        }
        boolean in = held == records.length - 1;
        if (in) {
            addValues(member, record);
        }
        return in;
    }

    private int held(SlicedMember member) {
        int held = 0;
        for (int i = 0; i < tests.size(); i++) {
            for (Predicate<SlicedMember> test : tests.get(i)) {
                if (test.test(member)) {
                    held |= 1 << i;
                    break;
                }
            }
        }
        return held;
    }

    private void addValues(SlicedMember member, String record) {
        for (int i = 0; i < tests.size(); i++) {
            // What one value has is the slice itself.
            for (int v = 0; tests.get(i).size() > 1 && v < tests.get(i).size(); v++) {
                if (tests.get(i).get(v).test(member) && !record.equals(lastOfValues[i][v])) {
                    lastOfValues[i][v] = record;
                    ofValues[i][v]++;
                }
            }
        }
    }

    /** Whether a slice of some of these conditions leaves over fewer than a number, but more than none. */
    boolean leavesFewerThan(int floor) {
        int all = records.length - 1;
        for (int kept = 0; kept < all; kept++) {
            boolean byTimeAlone = terms.size() == 1 && terms.get(0).kind() == SliceDimension.PERIOD;
            long left = left(kept);
            if (!byTimeAlone && left > 0 && left < floor) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value that a condition lists has fewer than a number; not where the condition leaves out nothing. */
    boolean hasValueFewerThan(int floor) {
        int all = records.length - 1;
        for (int i = 0; i < ofValues.length; i++) {
            for (long each : ofValues[i]) {
                if (each > 0 && each < floor && left(all & ~(1 << i)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many hold the conditions of a set, and not all. */
    private long left(int kept) {
        long left = 0;
        for (int held = 0; held < records.length - 1; held++) {
            left += (held & kept) == kept ? records[held] : 0;
        }
        return left;
    }
}
