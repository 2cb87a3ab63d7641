package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.jobs.report.text.PageFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A process in a few lines, the first that a reader sees: what changed, where the time goes, why, which rule is broken, what to do,
 * and what is at risk. It says
 * nothing that a section below does not say with its evidence; what was not looked at has no line.
 */
record StoryView(List<Line> lines) {
    /**
     * An answer.
     *
     * @param detail how much, and how sure
     * @param anchor of the place that says it in full
     */
    record Line(String question, Statement statement, String detail, String anchor) {}

    /** @param told {@code findings} as the page tells them, in their order */
    static StoryView of(
            String anchor,
            List<Finding> findings,
            List<FindingView> told,
            List<NotSupported> notSupported,
            List<BottleneckView> bottlenecks,
            Optional<ProcessWaiting> waiting,
            RulesView rules,
            AdviceView advice,
            AgeingView ageing) {
        List<Line> lines = new ArrayList<>();
        changed(anchor, findings, told, notSupported).ifPresent(lines::add);
        bottlenecks.stream().findFirst().map(first -> slowest(anchor, first)).ifPresent(lines::add);
        waiting.flatMap(each -> cause(anchor, each)).ifPresent(lines::add);
        Optional.ofNullable(rules.mostBroken())
                .map(rule -> broken(anchor, rule))
                .ifPresent(lines::add);
        advised(anchor, advice).ifPresent(lines::add);
        Optional.ofNullable(ageing)
                .filter(AgeingView::hasOpen)
                .map(each -> open(anchor, each))
                .ifPresent(lines::add);
        return new StoryView(List.copyOf(lines));
    }

    private static Optional<Line> changed(
            String anchor, List<Finding> findings, List<FindingView> told, List<NotSupported> notSupported) {
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).kind() != FindingKind.BOTTLENECK) {
                return Optional.of(changed(findings.get(i), told.get(i)));
            }
        }

        long tested = notSupported.stream()
                .filter(family -> family.kind() != FindingKind.BOTTLENECK)
                .mapToLong(NotSupported::tested)
                .sum();
        return tested == 0
                ? Optional.empty()
                : Optional.of(new Line(
                        "What changed",
                        Statement.of("Nothing beyond what weeks differ by of themselves.", List.of()),
                        PageFigures.count(tested) + " hypotheses tested",
                        anchor + "-findings"));
    }

    /** Of several that moved together, what all of them have in common, and the figure of the greatest of them. */
    private static Line changed(Finding finding, FindingView told) {
        String since = "since " + PageFigures.date(finding.window().from());
        return told.headline() == null
                ? new Line(
                        "What changed", told.statement(), joined(told.interval(), since, told.tested()), told.anchor())
                : new Line(
                        "What changed",
                        Statement.of(told.headline(), List.of()),
                        joined(
                                "most of all: " + unended(told.statement().text()),
                                told.interval(),
                                since,
                                told.tested()),
                        told.anchor());
    }

    /** A sentence that others follow. */
    private static String unended(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Line slowest(String anchor, BottleneckView first) {
        return new Line(
                "Where the time goes",
                Statement.of("{subject.1} → {subject.2}", List.of(first.from(), first.to())),
                joined(
                        first.recoverable() + " beyond its target",
                        first.share() + " of all such time",
                        first.interval() == null ? null : "95 % interval " + first.interval()),
                first.anchor() == null ? anchor + "-bottlenecks" : first.anchor());
    }

    private static Optional<Line> cause(String anchor, ProcessWaiting waiting) {
        return waiting.causes().stream()
                .max(Comparator.comparingLong(ProcessWaiting.CauseTime::us)
                        .thenComparing(ProcessWaiting.CauseTime::cause, Comparator.reverseOrder()))
                .filter(cause -> cause.us() > 0)
                .map(cause -> new Line(
                        "Why work waits",
                        Statement.of(
                                "Most for " + cause.cause().symbol() + ": "
                                        + cause.cause().words(),
                                List.of()),
                        joined(
                                PageFigures.duration(cause.us()),
                                PageFigures.share(cause.us(), waiting.coverage().attributedUs())
                                        + " of what has a cause"),
                        anchor + "-waiting"));
    }

    private static Line broken(String anchor, RulesView.Tested rule) {
        return new Line(
                "Which rule is broken most",
                Statement.of("{subject.1}", List.of(rule.title())),
                joined(
                        "in " + rule.broken() + " of " + rule.cases() + " cases",
                        rule.share() == null ? null : rule.share() + " of those decided",
                        rule.interval() == null ? null : "95 % interval " + rule.interval()),
                anchor + "-rules");
    }

    private static Optional<Line> advised(String anchor, AdviceView advice) {
        if (advice.isEmpty()) {
            return Optional.empty();
        }

        return Optional.of(advice.recommendations().stream()
                .findFirst()
                .map(first -> new Line("What to do", first.statement(), first.status(), first.anchor()))
                .orElseGet(() -> new Line(
                        "What to do",
                        Statement.of("Nothing that the findings support.", List.of()),
                        "",
                        anchor + "-advice")));
    }

    private static Line open(String anchor, AgeingView ageing) {
        String late = ageing.late() == null ? "" : ", " + ageing.late() + " of them late";
        return new Line(
                "At risk now",
                Statement.of(ageing.open() + " cases are open" + late + ".", List.of()),
                ageing.cases().shown().stream()
                        .filter(row -> row.share() != null)
                        .findFirst()
                        .map(row -> "the largest risk of another to be late is " + row.share() + ", from " + row.past()
                                + " past cases")
                        .orElse(""),
                anchor + "-open");
    }

    private static String joined(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (part != null) {
                said.add(part);
            }
        }

        return String.join("; ", said);
    }
}
