package com.opsatc.kernel.ageing;

import com.opsatc.kernel.figure.CaseTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Foresees for past weeks what is known by now, each from what was known then (definitions 1.19).
 *
 * <p>In each of the last {@link #HELD_OUT} weeks, cases that were open then and had not missed their date are grouped by how long
 * before it they were. Of a group it is foreseen how many miss it, from the cases whose date was over by then, and counted how many
 * did. A case whose date is not over by now is in none. Every case is looked at in one week only, else one long case would speak for
 * many weeks: in the first after its beginning, the second and so on, by turns in the order of beginning, so that which it is says
 * nothing of how long it took.
 */
final class HeldOutWeeks {
    /** How many weeks are foreseen, at most. */
    static final int HELD_OUT = 26;
    /** A group of fewer cases is left out. */
    static final int FEWEST_CASES = 5;

    private static final int MOST_TURNS = 52;
    private static final long WEEK_US = 7L * 24 * 3_600 * 1_000_000;

    private final List<DatedCase> cases;
    private final long knownUntilUs;
    private final long[] weeksUs;

    /**
     * @param cases in any order
     * @param knownUntilUs until when it is known whether they are closed
     * @param weeksUs instants a week apart, ascending, from before the first case on; the last is at most {@code knownUntilUs}
     */
    HeldOutWeeks(List<DatedCase> cases, long knownUntilUs, long[] weeksUs) {
        this.cases = cases.stream()
                .sorted(Comparator.comparing(DatedCase::time, CaseTime.EARLIEST_FIRST))
                .toList();
        this.knownUntilUs = knownUntilUs;
        this.weeksUs = weeksUs.clone();
    }

    Calibration calibration() {
        List<List<DatedCase>> looked = lookedAt();
        List<DatedCase> byDate = cases.stream()
                .sorted(Comparator.comparingLong(DatedCase::dueUs))
                .toList();
        PastDates past = new PastDates(cases);
        int counted = 0;
        Totals totals = new Totals();
        for (int week = 0; week < weeksUs.length; week++) {
            while (counted < byDate.size() && byDate.get(counted).dueUs() <= weeksUs[week]) {
                past.count(byDate.get(counted++));
            }

            totals.add(groups(looked.get(week), past, weeksUs[week]));
        }
        return totals.calibration();
    }

    /** By week, who is looked at in it. */
    private List<List<DatedCase>> lookedAt() {
        int turns = turns();
        List<List<DatedCase>> looked = new ArrayList<>();
        for (int week = 0; week < weeksUs.length; week++) {
            looked.add(new ArrayList<>());
        }

        for (int i = 0; i < cases.size(); i++) {
            DatedCase each = cases.get(i);
            int first = Arrays.binarySearch(weeksUs, each.time().beginUs());
            int week = (first < 0 ? ~first : first) + i % turns;
            boolean heldOut = week < weeksUs.length && week >= weeksUs.length - HELD_OUT;
            if (heldOut && each.isWaiting(weeksUs[week]) && each.dueUs() <= knownUntilUs) {
                looked.get(week).add(each);
            }
        }
        return looked;
    }

    /** As many weeks as there may be between a beginning and its date. */
    private int turns() {
        long longest = cases.stream().mapToLong(DatedCase::leadUs).max().orElse(0);
        return (int) Math.max(1, Math.min(MOST_TURNS, (longest + WEEK_US - 1) / WEEK_US));
    }

    private static List<Group> groups(List<DatedCase> looked, PastDates past, long weekUs) {
        Map<AgeClass, Group> groups = new EnumMap<>(AgeClass.class);
        for (DatedCase each : looked) {
            long beforeUs = each.dueUs() - weekUs;
            past.at(beforeUs)
                    .ifPresent(share -> groups.computeIfAbsent(AgeClass.of(beforeUs), none -> new Group())
                            .add(share, each.missed()));
        }
        return groups.values().stream().filter(group -> group.n >= FEWEST_CASES).toList();
    }

    private static final class Group {
        private static final long BILLION = 1_000_000_000;

        private int n;
        private int missed;
        private long shares;
        private long past;

        void add(MissedShare share, boolean didMiss) {
            n++;
            missed += didMiss ? 1 : 0;
            shares += BILLION * share.missed() / share.of();
            past += share.of();
        }

        long insideMillionths() {
            return PredictedCount.partInside(missed, n, shares / ((double) BILLION * n), past / (double) n);
        }
    }

    private static final class Totals {
        private int weeks;
        private int groups;
        private long cases;
        private long insideMillionths;

        void add(List<Group> ofWeek) {
            weeks += ofWeek.isEmpty() ? 0 : 1;
            for (Group group : ofWeek) {
                groups++;
                cases += group.n;
                insideMillionths += group.insideMillionths();
            }
        }

        Calibration calibration() {
            return new Calibration(weeks, groups, cases, insideMillionths);
        }
    }
}
