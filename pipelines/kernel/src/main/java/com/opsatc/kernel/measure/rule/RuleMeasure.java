package com.opsatc.kernel.measure.rule;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CaseMeasure;
import com.opsatc.kernel.visit.CasePass;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a set of rules against every case (definitions 1.13): linear in the events for each rule, with a look-up in the calendar for
 * each activation that has a deadline.
 */
public final class RuleMeasure implements CaseMeasure<List<RuleCounts>> {
    private final List<CaseRule> rules;
    private final KnownCases known;
    private final List<RuleTally> tallies = new ArrayList<>();

    private RuleMeasure(List<CaseRule> rules, KnownCases known, int listed) {
        this.rules = rules;
        this.known = known;
        rules.forEach(rule -> tallies.add(new RuleTally(listed)));
    }

    /**
     * @param rules what is found of them is in their order
     * @param listed how many of the worst breaches of each rule are kept
     */
    public static CasePass.Factory<List<RuleCounts>> of(List<? extends CaseRule> rules, KnownCases known, int listed) {
        List<CaseRule> all = List.copyOf(rules);
        return () -> new RuleMeasure(all, known, listed);
    }

    @Override
    public void take(EventColumns events, int from, int to) {
        if (rules.isEmpty()) {
            return;
        }

        OneCase one = known.of(events, from, to);
        for (int i = 0; i < rules.size(); i++) {
            tallies.get(i).take(rules.get(i), one);
        }
    }

    @Override
    public void merge(CaseMeasure<List<RuleCounts>> same) {
        List<RuleTally> others = ((RuleMeasure) same).tallies;
        for (int i = 0; i < rules.size(); i++) {
            tallies.get(i).merge(others.get(i));
        }
    }

    @Override
    public void write(ByteSink sink) {
        tallies.forEach(tally -> tally.write(sink));
    }

    @Override
    public void read(ByteSource source) {
        tallies.forEach(tally -> tally.read(source));
    }

    @Override
    public List<RuleCounts> finish() {
        return tallies.stream().map(RuleTally::finish).toList();
    }
}
