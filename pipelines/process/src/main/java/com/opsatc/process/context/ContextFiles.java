package com.opsatc.process.context;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.ContextFile.Block;
import com.opsatc.contract.document.ContextFile.Budget;
import com.opsatc.contract.document.ContextFile.Freshness;
import com.opsatc.contract.document.ContextFile.NotBroken;
import com.opsatc.contract.document.ContextFile.Sanitised;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.rule.RuleFigures;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the context file: every fact an advisor may state, one figure a sentence, each block with its citations.
 *
 * <p>Guarantee: no text of a tenant's system of record stands outside the label table; the same data with other texts gives
 * the same file but for that table. Without KPIs, findings and recommendations the lists are empty, which is an answer too.
 */
public final class ContextFiles {
    /** A nightly file is good for the day after and the morning that follows. */
    private static final int MAX_AGE_HOURS = 48;

    /** Past this many blocks of findings the least ones are left out, and counted. */
    private static final int MOST_FINDINGS = 40;

    /** Of findings that moved together the least ones are left out past this many, and counted. */
    private static final int MOST_TOGETHER = 5;

    private ContextFiles() {}

    /**
     * What is declared of cases, and how far they keep it.
     *
     * @param definition of the figures of all rules
     */
    public record Rules(List<RuleFigures> figures, DefinitionRef definition) {
        static final Rules NONE = new Rules(List.of(), new DefinitionRef("declared-rule", 1));

        public Rules {
            figures = List.copyOf(figures);
            requireNonNull(definition, "definition");
        }
    }

    /** As below, where nothing was lost on the way to the figures, and no rule is declared. */
    public static ContextFile of(
            DocumentHeader header, List<KpiValue> kpis, List<Finding> findings, Map<String, Long> refused) {
        return of(
                header,
                kpis,
                findings,
                new RecommendationsDocument(header, List.of(), List.of(), List.of()),
                Rules.NONE,
                refused,
                Map.of());
    }

    /**
     * Builds the file.
     *
     * @param advice what could be done
     * @param rules by process in the order declared
     * @param refused by process, how many files were refused whole; a process without any may be absent
     * @param lost by process, what its figures do not know, each a sentence; a process without any may be absent
     */
    public static ContextFile of(
            DocumentHeader header,
            List<KpiValue> kpis,
            List<Finding> findings,
            RecommendationsDocument advice,
            Rules rules,
            Map<String, Long> refused,
            Map<String, List<String>> lost) {
        Labels labels = new Labels();
        Trends trends = new Trends(kpis, findings);
        List<Block> measured = kpis.stream()
                .filter(KpiValue::measured)
                .map(kpi -> KpiBlocks.of(
                        kpi,
                        header.titleOf(kpi.process()),
                        header.asOf(),
                        refused.getOrDefault(kpi.process(), 0L),
                        lost.getOrDefault(kpi.process(), List.of()),
                        trends.of(kpi),
                        labels))
                .toList();
        FindingBlocks blocks = new FindingBlocks(header, kpis, trends, labels);
        List<Block> found = findings.stream()
                .flatMap(finding -> finding.withMembers().limit(MOST_TOGETHER))
                .limit(MOST_FINDINGS)
                .map(finding -> blocks.of(finding, refused.getOrDefault(finding.process(), 0L)))
                .toList();

        List<Block> advised = new RecommendationBlocks(header, kpis, labels).of(advice, refused);
        RuleBlocks declared = new RuleBlocks(header, rules.definition(), labels);
        List<Block> broken = declared.broken(rules.figures());
        List<NotBroken> notBroken = declared.others(rules.figures());
        int tokens = Stream.of(measured, found, advised, broken)
                .flatMap(List::stream)
                .mapToInt(Block::tokenEstimate)
                .sum();

        return new ContextFile(
                header,
                window(kpis, header.zone()).orElse(null),
                new Freshness(MAX_AGE_HOURS),
                kpis.stream()
                        .filter(kpi -> !kpi.measured())
                        .map(KpiBlocks::notMeasured)
                        .toList(),
                measured,
                found,
                advised,
                RecommendationBlocks.none(advice),
                broken,
                notBroken,
                labels.all(),
                new Budget(tokens + Blocks.tokens(labels.all()), dropped(findings, found)),
                new Sanitised(labels.changed()));
    }

    private static int dropped(List<Finding> findings, List<Block> told) {
        return Math.toIntExact(findings.stream().flatMap(Finding::withMembers).count()) - told.size();
    }

    private static Optional<Window> window(List<KpiValue> kpis, String zone) {
        List<Window> windows =
                kpis.stream().map(KpiValue::window).filter(Objects::nonNull).toList();
        Optional<LocalDate> from = windows.stream().map(Window::from).min(Comparator.naturalOrder());
        Optional<LocalDate> to = windows.stream().map(Window::to).max(Comparator.naturalOrder());
        return from.flatMap(first -> to.map(last -> new Window(first, last, zone)));
    }
}
