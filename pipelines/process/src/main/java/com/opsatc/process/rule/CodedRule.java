package com.opsatc.process.rule;

import com.opsatc.connector.rule.DeclaredRule;
import com.opsatc.connector.rule.RuleDeadline;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.rule.RuleKind;
import com.opsatc.contract.rule.StatedRule;
import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.measure.rule.CaseRule;
import com.opsatc.kernel.measure.rule.ChainResponse;
import com.opsatc.kernel.measure.rule.Deadline;
import com.opsatc.kernel.measure.rule.NotTogether;
import com.opsatc.kernel.measure.rule.Occurrence;
import com.opsatc.kernel.measure.rule.Precedence;
import com.opsatc.kernel.measure.rule.Response;
import com.opsatc.process.eventlog.LogCodes;
import com.opsatc.process.waiting.HandPair;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A declared rule in the codes of a log.
 *
 * @param rule what the kernel asks of the order and time of a case's events; empty where that is nothing, or it is not tested
 * @param hands the groups that different slots must do; empty of any other kind, and where it is not tested
 * @param clock of its deadline; null without one
 * @param notes why it is not tested, or which of its activities the log does not have
 */
public record CodedRule(
        StatedRule stated, Optional<CaseRule> rule, Optional<HandPair> hands, ClockUsed clock, List<String> notes) {
    public CodedRule {
        notes = List.copyOf(notes);
    }

    static CodedRule of(DeclaredRule declared, RuleBook book, LogCodes log) {
        StatedRule stated = new StatedRule(
                book.process(),
                declared.id(),
                declared.title(),
                declared.kind(),
                declared.words(),
                declared.activities(),
                declared.then());
        ActivityGroup first = ActivityGroup.of(declared.activities(), log);
        ActivityGroup second = ActivityGroup.of(declared.then(), log);
        List<String> unseen = Stream.concat(first.unseen().stream(), second.unseen().stream())
                .distinct()
                .map(name -> "No event of activity '" + name + "' was seen")
                .toList();
        if (first.codes().isEmpty()
                || declared.kind().ofPair() && second.codes().isEmpty()) {
            return untested(stated, String.join("; ", unseen) + ", so that the rule was not tested.");
        }

        if (declared.kind() == RuleKind.FOUR_EYES) {
            return ofHands(stated, first.codes(), second.codes(), unseen, book);
        }

        Optional<Deadline> deadline = deadline(declared.within(), book.working());
        if (deadline.isEmpty()) {
            return untested(
                    stated,
                    "No business calendar is declared for process " + book.process()
                            + ", so that the rule was not tested; declare one in the tenant's configuration.");
        }

        return new CodedRule(
                stated,
                Optional.of(rule(declared, first.codes(), second.codes(), deadline.get())),
                Optional.empty(),
                clock(declared.within(), book.working()),
                unseen.stream().map(each -> each + ".").toList());
    }

    private static CodedRule ofHands(
            StatedRule stated, BitSet first, BitSet second, List<String> unseen, RuleBook book) {
        if (!book.slotsOfEvents()) {
            return untested(
                    stated,
                    "The connector does not tell of each event who or what did it, so that the rule was not tested; name the"
                            + " column with the setting resource.");
        }
        if (first.intersects(second)) {
            return untested(
                    stated,
                    "An activity stands in both groups, so that the rule was not tested; name transitions apart.");
        }

        return new CodedRule(
                stated,
                Optional.empty(),
                Optional.of(new HandPair(first, second)),
                /* clock= */ null,
                unseen.stream().map(each -> each + ".").toList());
    }

    /** Whether it was held against the log. */
    boolean tested() {
        return rule.isPresent() || hands.isPresent();
    }

    private static CodedRule untested(StatedRule stated, String why) {
        return new CodedRule(stated, Optional.empty(), Optional.empty(), null, List.of(why));
    }

    private static CaseRule rule(DeclaredRule declared, BitSet first, BitSet second, Deadline deadline) {
        return switch (declared.kind()) {
            case RESPONSE -> new Response(first, second, deadline);
            case CHAIN_RESPONSE -> new ChainResponse(first, second);
            case PRECEDENCE -> new Precedence(first, second);
            case EXISTENCE -> new Occurrence(first, declared.times(), Integer.MAX_VALUE);
            case ABSENCE -> new Occurrence(first, 0, declared.times());
            case NOT_CO_EXISTENCE -> new NotTogether(first, second);
            case FOUR_EYES -> throw new IllegalArgumentException("It asks nothing of the order of events");
        };
    }

    /** Empty where it needs a calendar that is not there. */
    private static Optional<Deadline> deadline(RuleDeadline within, Optional<WorkingTime> working) {
        if (within == null) {
            return Optional.of(Deadline.NONE);
        }

        if (within.clock() == RuleDeadline.Clock.BUSINESS) {
            return working.map(time -> within.days() == null
                    ? new Deadline.Elapsed(TimeUnit.HOURS.toMicros(within.hours()), time.hours())
                    : new Deadline.EndOfDay(within.days(), time.days()));
        }

        long limitUs =
                within.days() == null ? TimeUnit.HOURS.toMicros(within.hours()) : TimeUnit.DAYS.toMicros(within.days());
        return Optional.of(new Deadline.Elapsed(limitUs, DurationClock.WALL));
    }

    private static ClockUsed clock(RuleDeadline within, Optional<WorkingTime> working) {
        if (within == null) {
            return null;
        }

        return within.clock() == RuleDeadline.Clock.WALL
                ? ClockUsed.WALL
                : working.orElseThrow().used();
    }
}
