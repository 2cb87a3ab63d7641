package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Sign;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.recommend.effect.Passages;
import com.opsatc.process.recommend.effect.Taken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two activities that cases go back and forth between: from one to the other, back, and there again (definitions 1.9). */
final class BackAndForth implements SignSearch {
    private static final int MOST = 2;

    @Override
    public List<Seen> search(Considered in) {
        String rule =
                "Cases go from one activity to another, back and there again, thirty times or more, and back in one"
                        + " case of ten or more.";
        if (!in.executions()) {
            return List.of(new Seen(
                    Sign.BACK_AND_FORTH,
                    0,
                    rule + " Not looked at: an event of the log is no execution of its activity.",
                    List.of()));
        }

        List<TimedEdge> ways = pairs(in);
        List<Opportunity> seen = new ArrayList<>();
        for (TimedEdge way : ways) {
            Opportunity pair = Repetitions.opportunity(
                    in,
                    Sign.BACK_AND_FORTH,
                    List.of(way.from(), way.to()),
                    Passages.ofReturns(in.looked().steps(), way.from(), way.to()),
                    way.passages().n());
            if (pair.effect(new Taken()).n() >= RepeatedActivities.FEWEST) {
                seen.add(pair);
            } else {
                pair.release();
            }
        }
        return List.of(new Seen(Sign.BACK_AND_FORTH, ways.size(), rule, seen));
    }

    /** The more frequent way of each pair that goes both ways often enough, most frequent first. */
    private static List<TimedEdge> pairs(Considered in) {
        long cases = in.looked().mined().mined().cases();
        Map<List<String>, TimedEdge> byEnds = new HashMap<>();
        in.looked().mined().steps().forEach(step -> byEnds.put(List.of(step.from(), step.to()), step));
        return byEnds.values().stream()
                .filter(way -> !way.from().equals(way.to()))
                .filter(way -> {
                    TimedEdge back = byEnds.get(List.of(way.to(), way.from()));
                    return back != null && leads(way, back) && often(back.passages(), cases);
                })
                .sorted(Comparator.comparingLong(
                                (TimedEdge way) -> way.passages().n())
                        .reversed()
                        .thenComparing(TimedEdge::from)
                        .thenComparing(TimedEdge::to))
                .limit(MOST)
                .toList();
    }

    private static boolean leads(TimedEdge way, TimedEdge back) {
        long n = way.passages().n();
        long other = back.passages().n();
        return n > other || (n == other && way.from().compareTo(back.from()) < 0);
    }

    private static boolean often(EdgeStats back, long cases) {
        return back.cases() >= RepeatedActivities.FEWEST && back.cases() * RepeatedActivities.ONE_IN >= cases;
    }
}
