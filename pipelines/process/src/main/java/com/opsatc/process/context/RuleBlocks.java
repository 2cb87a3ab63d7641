package com.opsatc.process.context;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Trend;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ContextFile.Block;
import com.opsatc.contract.document.ContextFile.NotBroken;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.contract.rule.StatedRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Declared rules as blocks of facts: one for each that a case breaks, which cites the records of its worst breaches. What a rule asks
 * is a text of the tenant, and a label.
 */
final class RuleBlocks {
    private static final String KIND = "rule";

    private final DocumentHeader header;
    private final DefinitionRef definition;
    private final Labels labels;

    /** @param definition of the figures of all rules */
    RuleBlocks(DocumentHeader header, DefinitionRef definition, Labels labels) {
        this.header = header;
        this.definition = definition;
        this.labels = labels;
    }

    List<Block> broken(List<RuleFigures> rules) {
        return rules.stream().filter(RuleBlocks::namesRecords).map(this::block).toList();
    }

    /** Those that no case breaks, those that were not tested, and those of which it is not said which cases break them. */
    List<NotBroken> others(List<RuleFigures> rules) {
        return rules.stream()
                .filter(rule -> !namesRecords(rule))
                .map(rule -> new NotBroken(id(rule.rule()), named(rule.rule()) + ": " + reason(rule)))
                .toList();
    }

    private static boolean namesRecords(RuleFigures rule) {
        return !rule.breaches().isEmpty();
    }

    /** Without the names of activities that the document of rules gives. */
    private static String reason(RuleFigures rule) {
        if (rule.totals() == null) {
            return "it was not tested, since none of its activities was seen or its calendar is not declared.";
        }

        if (rule.totals().brokenCases() > 0) {
            return "cases break it, and which ones is not told, since that would say who did what; the document of rules counts"
                    + " them.";
        }

        return rule.share() == null
                ? "no case is decided, so that it is neither kept nor broken."
                : "no case breaks it.";
    }

    private static String id(StatedRule rule) {
        return "D-" + rule.process() + "-" + rule.id();
    }

    private String named(StatedRule rule) {
        return "Rule " + labels.reference(rule.heading()) + " of process " + header.titleOf(rule.process());
    }

    private Block block(RuleFigures rule) {
        RuleTotals totals = rule.totals();
        String about = named(rule.rule()) + " as of " + header.asOf() + ": ";
        Facts facts = new Facts(id(rule.rule()));
        if (rule.share() != null) {
            Told share = Told.figure(rule.share(), Unit.RATIO, totals.keptCases() + totals.brokenCases())
                    .within(rule.interval())
                    .read(Direction.LOWER_IS_BETTER, Trend.NOT_MEASURED);
            facts.add("value", about + "%s of the cases that keep or break it break it" + share.basis() + ".", share);
        }
        facts.count("broken", about + "%s cases break it.", totals.brokenCases());
        facts.count("tested", about + "it speaks of %s cases.", totals.testedCases());
        if (totals.missing() > 0) {
            facts.count("missing", about + "%s times what must come is missing.", totals.missing());
        }
        if (rule.overruns() != null) {
            facts.count("late", about + "%s times what must come came late.", totals.late());
            facts.add(
                    "late-by",
                    about + "what came late came late by %s in the median.",
                    Told.figure(
                            BigDecimal.valueOf(rule.overruns().p50Us()),
                            Unit.MICROSECONDS,
                            rule.overruns().n()));
        }
        return Blocks.cited(id(rule.rule()), KIND, definition, facts, citations(rule), caveats(rule), labels);
    }

    /** The records of each listed breach, the worst first, each once. */
    private static List<Citation> citations(RuleFigures rule) {
        return rule.breaches().stream()
                .flatMap(breach -> Stream.of(breach.event(), breach.by()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<String> caveats(RuleFigures rule) {
        List<String> caveats = new ArrayList<>();
        caveats.add("It says what was declared and is not so, and not why.");
        caveats.add("The cited records are those of the worst breaches, and need not be all.");
        if (rule.totals().pending() > 0) {
            caveats.add("Of some open cases it is not known yet.");
        }
        if (rule.totals().undecided() > 0) {
            caveats.add("Of some cases the records do not tell.");
        }
        if (!rule.caveats().isEmpty()) {
            caveats.add("The document of rules says what else its figures do not know.");
        }
        return caveats;
    }
}
