package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.figure.StartCohort;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.chart.Sparkline;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.part.SharedCaveats;
import com.opsatc.jobs.report.text.Exact;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One measured KPI as a tile: the figure, in plain words what it is, how it moved, and then its statistics.
 *
 * @param plain what the figure says; null where its definition has no plain words
 * @param window the dates it covers, with their zone
 * @param period its latest weeks beside as many before them; null where the extract has no previous period
 * @param signal what may be said of its course over the weeks; {@code judgement} is better, worse or unknown
 * @param notes companions, members left out and open ones, each a short phrase
 */
record KpiView(
        String title,
        String value,
        String exact,
        String valueName,
        String plain,
        boolean lowN,
        String n,
        String interval,
        String window,
        PeriodView period,
        String signal,
        String judgement,
        String signalAnchor,
        String direction,
        List<FactText> notes,
        SharedCaveats.Noted caveats,
        String sparkline,
        String definition,
        String definitionAnchor,
        Cited cited) {
    private static final int MOST_COHORTS = 6;

    /** @param all with how far the figure depends on its definition */
    static KpiView of(
            KpiValue kpi,
            KpisDocument all,
            List<Finding> findings,
            SharedCaveats caveats,
            TenantId tenant,
            Anchors anchors) {
        Optional<KpiSignal> shift = KpiSignal.of(kpi, findings);
        Optional<Finding> episode = findings.stream()
                .flatMap(Finding::withMembers)
                .filter(finding -> finding.tells(FindingKind.KPI_EPISODE, kpi))
                .findFirst();
        String title = Words.name(kpi.title());

        return new KpiView(
                title,
                bound(kpi.beyond()) + PageFigures.value(kpi.value(), kpi.unit()),
                bound(kpi.beyond()) + Exact.of(kpi.value(), kpi.unit()),
                valueName(kpi.aggregation()),
                anchors.plain(kpi.definition()),
                kpi.state() == KpiState.LOW_N,
                PageFigures.count(kpi.n()),
                IntervalText.of(kpi.interval(), kpi.unit()),
                FindingView.window(kpi.window()) + " ("
                        + Words.name(kpi.window().zone()) + ")",
                PeriodView.of(kpi),
                shift.map(KpiSignal::text)
                        .or(() -> episode.map(KpiView::passing))
                        .orElseGet(() -> noShift(kpi)),
                shift.map(KpiSignal::judgement).orElse("none"),
                shift.map(KpiSignal::finding)
                        .or(() -> episode)
                        .map(found -> anchors.finding(found.id()))
                        .orElse(null),
                kpi.direction().words(),
                notes(kpi, all),
                caveats.noted(kpi.caveats()),
                Sparkline.svg(kpi.series(), title + ", by week"),
                Anchors.name(kpi.definition()),
                anchors.definition(kpi.definition()),
                Cited.of(kpi.id(), kpi.evidence(), tenant));
    }

    private static String passing(Finding episode) {
        return "Other from " + PageFigures.date(episode.window().from()) + " to "
                + PageFigures.date(episode.window().to()) + ", then as before";
    }

    private static Map<String, String> titles(KpisDocument all) {
        return all.kpis().stream()
                .collect(Collectors.toMap(KpiValue::id, kpi -> Words.name(kpi.title()), (first, second) -> first));
    }

    private static String bound(Boolean beyond) {
        return beyond == null ? "" : StartCohort.MORE_THAN;
    }

    /** By the limits that the chart of the series draws. */
    private static String noShift(KpiValue kpi) {
        if (kpi.aggregation() == Aggregation.SURVIVAL_MEDIAN) {
            return "By month of start; not searched for shifts";
        }

        long full = kpi.weeksTakingPart();

        if (full < KpiValue.FEWEST_WEEKS) {
            return "Too few full weeks for a signal (" + full + " of " + KpiValue.FEWEST_WEEKS + ")";
        }

        long beyond = kpi.weeksBeyondLimits();
        return beyond == 0
                ? "No signal in " + full + " full weeks"
                : "No lasting shift; " + beyond + " of " + full + " full weeks beyond the natural limits";
    }

    private static List<FactText> notes(KpiValue kpi, KpisDocument all) {
        List<FactText> notes = new java.util.ArrayList<>();
        new TreeMap<>(kpi.companions())
                .forEach((name, value) ->
                        notes.add(new FactText(name.words(), PageFigures.value(value, name.unit(kpi.unit())))));
        if (kpi.aggregation() == Aggregation.MEDIAN) {
            notes.removeIf(note -> note.name().equals(FigureName.P50.words())); // It is the figure itself.
        }
        if (kpi.tolerance() != null) {
            notes.add(new FactText("tolerance", kpi.tolerance().text()));
        }
        if (kpi.open() == null) {
            notes.add(new FactText("open", "not known"));
        } else if (kpi.open() > 0) {
            notes.add(new FactText("still open", PageFigures.count(kpi.open())));
        }
        kpi.cohorts().stream()
                .skip(Math.max(0, kpi.cohorts().size() - MOST_COHORTS))
                .forEach(cohort -> notes.add(began(cohort, kpi.unit())));
        if (kpi.quarantined() != null && kpi.quarantined().rows() > 0) {
            notes.add(new FactText("in quarantine", kpi.quarantined().text()));
        }
        kpi.excluded().stream()
                .filter(excluded -> excluded.n() > 0)
                .forEach(excluded -> notes.add(new FactText(
                        "left out, " + Words.name(excluded.reason()).replace('-', ' '),
                        PageFigures.count(excluded.n()))));

        all.sensitivityOf(kpi.id())
                .ifPresent(family -> notes.add(new FactText("by definition", family.text(titles(all)))));
        return List.copyOf(notes);
    }

    private static FactText began(StartCohort cohort, Unit unit) {
        String of = "n " + PageFigures.count(cohort.n()) + " of " + PageFigures.count(cohort.n() + cohort.open());
        return new FactText(
                "began " + PageFigures.month(cohort.window().from()),
                cohort.value() == null
                        ? of + ", too few for a figure"
                        : bound(cohort.beyond()) + PageFigures.value(cohort.value(), unit) + ", " + of);
    }

    private static String valueName(Aggregation aggregation) {
        return aggregation == Aggregation.COUNT || aggregation == Aggregation.SHARE ? null : aggregation.label();
    }
}
