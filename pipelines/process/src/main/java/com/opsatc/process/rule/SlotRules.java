package com.opsatc.process.rule;

import com.opsatc.kernel.figure.Durations;
import com.opsatc.kernel.figure.LongBag;
import com.opsatc.kernel.measure.rule.RuleCounts;
import com.opsatc.kernel.waiting.FourEyes;
import com.opsatc.process.waiting.DifferentHands;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rules that need to know whether two events are of one slot, which no other measure is told. They give counts of cases and nothing
 * else: which cases break one would say who did what.
 */
public final class SlotRules {
    private SlotRules() {}

    /**
     * What was found of all tested rules, in their order.
     *
     * @param judged what the pass over the log found of the others, in theirs
     * @param log as it is stored; read where there is such a rule
     * @param cases of the log
     */
    public static List<RuleCounts> among(List<CodedRule> coded, List<RuleCounts> judged, Dataset<Row> log, long cases) {
        Iterator<FourEyes.Found> found = DifferentHands.of(
                        log,
                        coded.stream().flatMap(rule -> rule.hands().stream()).toList())
                .iterator();
        Iterator<RuleCounts> others = judged.iterator();
        List<RuleCounts> all = new ArrayList<>();
        for (CodedRule rule : coded) {
            if (rule.hands().isPresent()) {
                all.add(counts(found.next(), cases));
            } else if (rule.rule().isPresent()) {
                all.add(others.next());
            }
        }
        return all;
    }

    /** Each case with both activities is one activation. */
    private static RuleCounts counts(FourEyes.Found found, long cases) {
        return new RuleCounts(
                cases,
                found.cases(),
                found.broken(),
                found.kept(),
                found.cases(),
                found.kept(),
                found.broken(),
                /* late= */ 0,
                /* missing= */ 0,
                /* pending= */ 0,
                found.undecided(),
                new Durations(new LongBag()),
                List.of());
    }
}
