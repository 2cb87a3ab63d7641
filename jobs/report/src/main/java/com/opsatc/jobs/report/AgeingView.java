package com.opsatc.jobs.report;

import com.opsatc.contract.ageing.AgedCase;
import com.opsatc.contract.ageing.HeldOutCoverage;
import com.opsatc.contract.ageing.MissedDates;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.ageing.ProcessAgeing.AgeCount;
import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.chart.ShareBar;
import com.opsatc.jobs.report.csv.CaseCsv;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is open now of a process: how old it is, and which cases to look at.
 *
 * @param notMeasured why nothing is told; null where something is
 * @param late how many are late; null where nothing is closed that tells what late is
 * @param target what late is
 * @param withheld why no risk is given; null where risks are
 * @param tested how often what was foreseen came true; null where risks are withheld
 * @param cases those most at risk, or the oldest where risks are withheld
 * @param definition null where the run published none
 */
record AgeingView(
        String notMeasured,
        String open,
        String late,
        String target,
        List<AgeRow> ages,
        String withheld,
        String tested,
        Rows<CaseRow> cases,
        Anchors.DefinitionLink definition,
        CsvLink agesCsv,
        CsvLink csv) {
    private static final int MOST_CASES = 10;
    private static final int SHARE_DECIMALS = 6;

    record AgeRow(String age, String open, String late, String share, String bar) {}

    /** @param share of past cases like it that missed their date; null where that is not told, like what follows */
    record CaseRow(
            String name,
            String age,
            String lastActivity,
            String lastOn,
            boolean late,
            String share,
            String past,
            String interval,
            Cited.Place record) {}

    static AgeingView of(ProcessAgeing ageing, Anchors anchors, CaseCsv csv) {
        if (ageing.open() == null) {
            return new AgeingView(
                    Words.sentence(ageing.notMeasured()),
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    Rows.first(0, List.of()),
                    null,
                    null,
                    null);
        }

        List<AgedCase> listed = ageing.withheld() == null ? ageing.atRisk() : ageing.oldest();
        long late = ageing.classes().stream().mapToLong(AgeCount::late).sum();
        return new AgeingView(
                null,
                PageFigures.count(ageing.open()),
                ageing.target() == null ? null : PageFigures.count(late),
                ageing.target() == null
                        ? null
                        : PageFigures.duration(ageing.target().us()) + ", within which nine in ten of the "
                                + PageFigures.count(ageing.target().of()) + " closed cases were closed",
                ages(ageing),
                ageing.withheld() == null ? null : Words.sentence(ageing.withheld()),
                ageing.withheld() == null ? tested(ageing.heldOut()) : null,
                Rows.first(MOST_CASES, listed.stream().map(AgeingView::row).toList()),
                anchors.definition("open-cases"),
                csv.ages(ageing.process(), ageing.classes()),
                csv.openCases(
                        ageing.process(), listed.stream().limit(MOST_CASES).toList()));
    }

    boolean hasOpen() {
        return !ages.isEmpty();
    }

    /** Up to the oldest that there are. */
    private static List<AgeRow> ages(ProcessAgeing ageing) {
        List<AgeCount> classes = ageing.classes();
        int last = classes.size();
        while (last > 0 && classes.get(last - 1).open() == 0) {
            last--;
        }

        List<AgeRow> rows = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            AgeCount each = classes.get(i);
            String share = PageFigures.share(each.open(), ageing.open());
            rows.add(new AgeRow(
                    label(classes, i),
                    PageFigures.count(each.open()),
                    ageing.target() == null ? null : PageFigures.count(each.late()),
                    share,
                    ShareBar.svg(
                            BigDecimal.valueOf(each.open())
                                    .divide(BigDecimal.valueOf(ageing.open()), SHARE_DECIMALS, RoundingMode.HALF_EVEN),
                            PageFigures.count(each.open()) + " of " + PageFigures.count(ageing.open()))));
        }
        return rows;
    }

    private static String label(List<AgeCount> classes, int i) {
        int from = classes.get(i).fromDays();
        if (i + 1 == classes.size()) {
            return from + " days and more";
        }

        int to = classes.get(i + 1).fromDays();
        return from == 0 ? "under " + to + (to == 1 ? " day" : " days") : from + " to " + to + " days";
    }

    private static String tested(HeldOutCoverage heldOut) {
        return "Foreseen for " + PageFigures.count(heldOut.weeks()) + " earlier weeks, "
                + heldOut.covered().setScale(1, RoundingMode.HALF_EVEN) + " of " + PageFigures.count(heldOut.groups())
                + " intervals of 90 % came true.";
    }

    private static CaseRow row(AgedCase each) {
        MissedDates missed = each.missed();
        return new CaseRow(
                Words.name(each.caseId()),
                PageFigures.duration(each.ageUs()),
                Words.name(each.lastActivity()),
                PageFigures.date(each.lastOn()),
                Boolean.TRUE.equals(each.late()),
                missed == null ? null : PageFigures.ratio(missed.share()),
                missed == null ? null : PageFigures.count(missed.n()) + " of " + PageFigures.count(missed.of()),
                missed == null ? null : IntervalText.ends(missed.interval(), Unit.RATIO),
                Cited.Place.of(each.citation()));
    }
}
