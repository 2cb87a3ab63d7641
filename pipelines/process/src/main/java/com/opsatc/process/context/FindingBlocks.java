package com.opsatc.process.context;

import com.opsatc.contract.ContextFile.Block;
import com.opsatc.contract.Definition;
import com.opsatc.contract.Definitions;
import com.opsatc.contract.FigureNames;
import com.opsatc.contract.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A finding as a block of facts. Its subjects are labels, unless they name a definition of ours. */
final class FindingBlocks {
    private FindingBlocks() {}

    static Block of(Finding finding, Definitions definitions, Labels labels) {
        List<String> subjects = finding.subjects().stream()
                .map(subject ->
                        definitions.find(subject).map(Definition::title).orElseGet(() -> labels.reference(subject)))
                .toList();
        Facts facts = new Facts(finding.id());
        facts.add("value", sentence(finding.kind(), subjects), finding.value(), finding.unit());
        facts.count("n", "It counts %s members.", finding.n());
        if (finding.interval() != null) {
            facts.add(
                    "low",
                    "The interval of its figure begins at %s.",
                    finding.interval().low(),
                    finding.unit());
            facts.add(
                    "high",
                    "The interval of its figure ends at %s.",
                    finding.interval().high(),
                    finding.unit());
        }

        for (Map.Entry<String, BigDecimal> fact : new TreeMap<>(finding.facts()).entrySet()) {
            String name = fact.getKey().toLowerCase(Locale.ROOT);
            facts.add(
                    name.replace('_', '-'),
                    "Its " + words(name) + " is %s.",
                    fact.getValue(),
                    FigureNames.unit(name, finding.unit()));
        }

        List<String> caveats = new ArrayList<>();
        caveats.add("It covers " + finding.window().from() + " to "
                + finding.window().to() + ".");
        caveats.addAll(finding.caveats());
        return Blocks.of(finding.id(), finding.kind(), finding.definition(), facts, finding.evidence(), caveats);
    }

    private static String sentence(String kind, List<String> subjects) {
        String between = subjects.size() > 1 ? "from " + subjects.get(0) + " to " + subjects.get(1) : subjects.get(0);
        return switch (kind) {
            case "bottleneck" -> "The time " + between + " beyond the transition's own first quartile adds up to %s.";
            case "kpi-shift" -> "Since its shift, " + between + " is %s.";
            case "edge-shift" -> "Since its shift, the time " + between + " is %s.";
            default -> "The figure of " + between + " is %s.";
        };
    }

    private static String words(String name) {
        return name.replaceAll("_us$", "")
                .replace("p25", "first quartile")
                .replace("p50", "median")
                .replace("p90", "ninetieth percentile")
                .replace('_', ' ');
    }
}
