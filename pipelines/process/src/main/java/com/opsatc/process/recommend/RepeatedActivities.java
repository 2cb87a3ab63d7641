package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Sign;
import com.opsatc.kernel.figure.ActivityCounts;
import com.opsatc.process.recommend.effect.Passages;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Activities that are done again in a part of the cases: at once, or with others between (definitions 1.9). */
final class RepeatedActivities implements SignSearch {
    /** As few as this, or as few as one case in {@link #ONE_IN}, are no pattern. */
    static final long FEWEST = 30;

    static final long ONE_IN = 10;
    private static final int MOST = 3;

    @Override
    public List<Seen> search(Considered in) {
        return List.of(
                seen(in, Sign.REPEATED_LATER, ActivityCounts::repetitions, "with others between"),
                seen(in, Sign.REPEATED_AT_ONCE, ActivityCounts::selfLoops, "and at once"));
    }

    private static Seen seen(Considered in, Sign sign, ToLongFunction<ActivityCounts> count, String how) {
        String rule = "An activity is done again, " + how + ", thirty times or more and in one case of ten or more.";
        if (!in.executions()) {
            return new Seen(
                    sign, 0, rule + " Not looked at: an event of the log is no execution of its activity.", List.of());
        }

        List<ActivityCounts> activities = in.looked().mined().mined().activities();
        long cases = in.looked().mined().mined().cases();
        List<Opportunity> seen = activities.stream()
                .filter(each -> count.applyAsLong(each) >= FEWEST)
                .filter(each -> each.reworkCases() >= FEWEST && each.reworkCases() * ONE_IN >= cases)
                .sorted(Comparator.comparingLong(count).reversed().thenComparing(each -> name(in, each)))
                .limit(MOST)
                .map(each -> Repetitions.opportunity(
                        in,
                        sign,
                        List.of(name(in, each)),
                        Passages.ofRepetitions(in.looked().steps(), name(in, each), sign == Sign.REPEATED_AT_ONCE),
                        count.applyAsLong(each)))
                .toList();
        return new Seen(sign, activities.size(), rule, seen);
    }

    private static String name(Considered in, ActivityCounts activity) {
        return in.looked().mined().names().get(activity.activity());
    }
}
