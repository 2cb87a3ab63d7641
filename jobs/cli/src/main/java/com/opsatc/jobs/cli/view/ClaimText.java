package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.StartCohort;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.guard.GuardSign;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Shown;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.cli.output.TextTable;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A claim in words: what it says, how it is defined, whether its evidence gives it, and the first cited records. */
public final class ClaimText {
    private static final int SHORT_DIGEST = 12;
    private static final int NAME_WIDTH = 14;
    private static final List<Column> CITED = List.of(
            Column.text("system", "system"),
            Column.text("file", "file"),
            Column.text("name", "name"),
            Column.count("row", "row"),
            Column.text("key", "key"));

    private final PrintStream out;
    private final Terminal terminal;

    private ClaimText(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.out();
    }

    /** @param kpis titles of the KPIs that a finding may be about, by id */
    public static void write(Claim claim, Map<String, String> kpis, Terminal terminal) {
        ClaimText text = new ClaimText(terminal);
        if (claim.kpi() != null) {
            text.kpi(claim.kpi());
            if (claim.sensitivity() != null) {
                text.line("By definition", claim.sensitivity().text(kpis));
            }
            if (claim.guard() != null) {
                text.guard(claim.guard(), kpis);
            }
        } else if (claim.recommendation() != null) {
            AdviceText.write(claim.recommendation(), claim.worth(), kpis, terminal);
        } else {
            text.finding(claim.finding(), kpis);
        }
        text.definition(claim.definition());
        if (claim.check() != null) {
            text.evidence(claim);
        }
    }

    private void kpi(KpiValue kpi) {
        heading(kpi.id() + "   " + kpi.title());
        if (!kpi.measured()) {
            line("Not measured", kpi.reason());
            return;
        }

        String bound = kpi.beyond() == null ? "" : StartCohort.MORE_THAN;
        figure(bound, kpi.value(), kpi.unit(), kpi.n(), kpi.interval(), kpi.window());
        figures(kpi.companions(), kpi.unit());
        if (kpi.tolerance() != null) {
            line("Tolerance", kpi.tolerance().text());
        }
        line("State", kpi.state().words());
        line(
                "Open",
                kpi.open() == null
                        ? "not known: the extract does not tell open from closed"
                        : Humane.count(kpi.open()) + " still running, "
                                + (kpi.aggregation() == Aggregation.SURVIVAL_MEDIAN
                                        ? "taken as longer than so far"
                                        : "not counted"));
        kpi.cohorts()
                .forEach(
                        cohort -> line("Began " + YearMonth.from(cohort.window().from()), began(cohort, kpi.unit())));
        line("Left out", excluded(kpi.excluded()));
        if (kpi.quarantined() != null) {
            line("Quarantined", kpi.quarantined().text() + " of the streams it rests on");
        }
        kpi.caveats().forEach(caveat -> line("Caveat", caveat));
    }

    private void guard(GuardFigure guard, Map<String, String> kpis) {
        String signs = guard.signs().stream().map(GuardSign::words).collect(Collectors.joining(", "));
        line("As a guard", guard.verdict().words() + (signs.isEmpty() ? "" : ": " + signs));
        line(
                "Signals",
                (guard.rule().above() == null
                                ? "where"
                                : "above " + Humane.share(guard.rule().above())
                                        + (guard.rule().below() == null
                                                ? ""
                                                : " and below "
                                                        + Humane.share(
                                                                guard.rule().below()))
                                        + ", or where")
                        + " it became worse");
        line("", guard.rule().because());
        line(
                "It guards",
                guard.guarded().stream().map(id -> kpis.getOrDefault(id, id)).collect(Collectors.joining("; ")));
    }

    private void finding(Finding finding, Map<String, String> kpis) {
        heading(finding.id() + "   " + finding.kind().words());
        out.println(Shown.text(Statements.of(finding, kpis)));
        figure("", finding.value(), finding.unit(), finding.n(), finding.interval(), finding.window());
        figures(finding.facts(), finding.unit());
        if (finding.testsInFamily() > 0) {
            line("Tested beside", Humane.count(finding.testsInFamily()) + " hypotheses in this run");
        }
        finding.why().forEach(split -> why(split, finding.unit()));
        finding.caveats().forEach(caveat -> line("Caveat", caveat));
        finding.members().forEach(member -> line("Moved with it", member.id() + "   " + Statements.of(member, kpis)));
    }

    /** Where a change is to be found, the segments that most of it is associated with first. */
    private void why(ChangeSplit split, Unit unit) {
        line("Where", split.sentence(unit));
        split.segments().forEach(segment -> line("", segment.name() + ": " + ChangeSplit.text(segment, unit)));
    }

    /** Named figures as they are best read; each has the unit that its name says, which need not be that of the claim. */
    private void figures(Map<FigureName, BigDecimal> named, Unit unit) {
        named.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(figure -> line(figure.getKey().words(), figure.getKey().text(figure.getValue(), unit)));
    }

    private static String began(StartCohort cohort, Unit unit) {
        String of = "n " + Humane.count(cohort.n()) + " of " + Humane.count(cohort.n() + cohort.open());
        return cohort.value() == null
                ? of + ", too few for a figure"
                : (cohort.beyond() == null ? "" : StartCohort.MORE_THAN) + unit.text(cohort.value()) + ", " + of;
    }

    /** @param bound what stands before a figure that is more than its value; empty for any other */
    private void figure(String bound, BigDecimal value, Unit unit, long n, Interval interval, Window window) {
        line("Value", bound + unit.text(value) + "   (exactly " + value.toPlainString() + unit.suffix() + ")");
        line("n", Humane.count(n));
        if (interval != null) {
            line(
                    "Interval",
                    unit.text(interval.low()) + " to " + unit.text(interval.high()) + "   ("
                            + Humane.share(interval.level()) + ", " + PlainNames.of(interval.method()) + ")");
        }
        line("Window", window.from() + " to " + window.to() + " (" + window.zone() + ")");
    }

    private void definition(Definition definition) {
        out.println();
        heading("Definition " + definition.id() + " version " + definition.version() + ": " + definition.title());
        if (definition.plain() != null) {
            line("In words", definition.plain());
        }
        line("Formula", definition.formula());
        line("Population", definition.population());
        line(
                "Left out",
                definition.exclusions().isEmpty()
                        ? "nothing"
                        : definition.exclusions().stream().map(PlainNames::of).collect(Collectors.joining(", ")));
        line("Clock", definition.clock());
        line("Source", definition.source());
    }

    private void evidence(Claim claim) {
        out.println();
        heading("Evidence");
        line("Rows", Humane.count(claim.evidence().allRows()) + "   (all of them: --all)");
        line("Row digest", claim.evidence().digest().hex());
        String recomputed = claim.check().recomputed() == null
                ? "no row lies in the window"
                : claim.check().recomputed().toPlainString();
        String verdict = claim.check().matches()
                ? terminal.outStyle().good("✓ match")
                : terminal.outStyle().bad("✗ mismatch: the published value does not follow from the rows");
        styled("Recomputed", recomputed + "   " + verdict);
        List<Citation> sample = claim.evidence().sample();
        out.println();
        out.println("The first " + sample.size() + " cited records");
        TextTable.write(
                new Table(
                        CITED,
                        sample.stream()
                                .map(each -> Table.row(
                                        each.system(),
                                        each.file().hex().substring(0, SHORT_DIGEST),
                                        claim.fileNames().get(each.file()),
                                        each.row(),
                                        each.key()))),
                out,
                terminal.outStyle());
    }

    private static String excluded(List<Excluded> excluded) {
        if (excluded.isEmpty()) {
            return "nothing";
        }

        return excluded.stream()
                .map(each -> PlainNames.of(each.reason()) + " " + Humane.count(each.n()))
                .collect(Collectors.joining(", "));
    }

    private void heading(String text) {
        out.println(terminal.outStyle().bold(Shown.text(text)));
    }

    private void line(String name, String text) {
        styled(name, Shown.text(text));
    }

    private void styled(String name, String safe) {
        out.println("  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + safe);
    }
}
