package com.opsatc.process.rule;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.mapping.Ends;
import com.opsatc.connector.rule.DeclaredRule;
import com.opsatc.kernel.calendar.LocalDays;
import com.opsatc.kernel.measure.rule.KnownCases;
import com.opsatc.process.eventlog.LogCodes;
import java.util.List;
import java.util.Optional;

/**
 * What is declared of the cases of a process, before its log is known.
 *
 * @param rules in the order declared, a tenant's laid over those of the connector
 * @param ends what closes a case
 * @param knownUntilUs the last microsecond that is known
 * @param days of the tenant's zone, at whose beginning an event has a date without a time
 * @param slotsOfEvents whether the slot of an event, where it has one, is of the month in which it happened
 * @param working the business calendar; empty where none is declared
 */
public record RuleBook(
        String process,
        List<DeclaredRule> rules,
        Ends ends,
        long knownUntilUs,
        LocalDays days,
        boolean slotsOfEvents,
        Optional<WorkingTime> working) {
    public RuleBook {
        requireNonNull(process, "process");
        rules = List.copyOf(rules);
        requireNonNull(ends, "ends");
        requireNonNull(days, "days");
        requireNonNull(working, "working");
    }

    /** The rules in the codes of a log, each tested or with the reason why not. */
    public List<CodedRule> in(LogCodes codes) {
        return rules.stream().map(rule -> CodedRule.of(rule, this, codes)).toList();
    }

    /** How far the cases of a log are known. */
    public KnownCases known(LogCodes codes) {
        return new KnownCases(
                knownUntilUs,
                days,
                ActivityGroup.of(ends.activities(), codes).codes(),
                ends.when() == Ends.When.REACHED);
    }
}
