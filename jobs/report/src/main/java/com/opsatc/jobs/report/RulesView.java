package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.rule.RuleBreach;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.rule.RuleTotals;
import com.opsatc.jobs.report.csv.CaseCsv;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.FactText;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the cases of a process keep its declared rules.
 *
 * @param tested in the order declared
 * @param mostBroken the one that the most cases break, of equals the first; null where none is broken
 * @param untested the others, each with the reason
 */
record RulesView(List<Tested> tested, Tested mostBroken, List<FactText> untested, CsvLink csv) {
    private static final int CASES_SHOWN = 3;

    /**
     * A rule and what became of it.
     *
     * @param words what must hold, where it has a title as well; null where the words are the title
     * @param share of the decided cases those that break it; null where none is decided, like {@code interval}
     * @param late how late what is late came; null where nothing is
     * @param notes of what is neither kept nor broken, and what the figures do not know
     */
    record Tested(
            String title,
            String words,
            String cases,
            String broken,
            String share,
            String interval,
            String late,
            List<String> notes,
            List<Breach> worst) {
        static Tested of(RuleFigures figures) {
            RuleTotals totals = figures.totals();
            return new Tested(
                    Words.sentence(figures.rule().heading()),
                    figures.rule().title() == null
                            ? null
                            : Words.sentence(figures.rule().words()),
                    PageFigures.count(totals.testedCases()),
                    PageFigures.count(totals.brokenCases()),
                    figures.share() == null ? null : PageFigures.ratio(figures.share()),
                    figures.interval() == null ? null : IntervalText.ends(figures.interval(), Unit.RATIO),
                    late(figures.overruns()),
                    notes(figures),
                    figures.breaches().stream()
                            .limit(CASES_SHOWN)
                            .map(Breach::of)
                            .toList());
        }

        private static String late(DurationFigures overruns) {
            return overruns == null
                    ? null
                    : PageFigures.duration(overruns.p50Us()) + ", a tenth more than "
                            + PageFigures.duration(overruns.p90Us());
        }

        private static List<String> notes(RuleFigures figures) {
            List<String> notes = new ArrayList<>();
            if (figures.totals().pending() > 0) {
                notes.add(PageFigures.count(figures.totals().pending())
                        + " pending: the case is open and nothing is late.");
            }
            if (figures.totals().undecided() > 0) {
                notes.add(PageFigures.count(figures.totals().undecided()) + " undecided.");
            }
            figures.caveats().forEach(caveat -> notes.add(Words.sentence(caveat)));
            return notes;
        }
    }

    /**
     * Where a case breaks the rule.
     *
     * @param late by how much; null without a deadline, or where it has not passed
     * @param missing whether what should be there is not
     */
    record Breach(String caseName, String late, boolean missing, List<Cited.Place> places) {
        static Breach of(RuleBreach breach) {
            List<Cited.Place> places = new ArrayList<>(List.of(Cited.Place.of(breach.event())));
            if (breach.by() != null && !breach.by().equals(breach.event())) {
                places.add(Cited.Place.of(breach.by()));
            }
            return new Breach(
                    Words.name(breach.caseId()),
                    breach.overrunUs() == null || breach.overrunUs() == 0
                            ? null
                            : PageFigures.duration(breach.overrunUs()),
                    breach.by() == null,
                    places);
        }
    }

    static RulesView of(String process, List<RuleFigures> all, CaseCsv csv) {
        List<RuleFigures> own = all.stream()
                .filter(each -> each.rule().process().equals(process))
                .toList();
        return new RulesView(
                own.stream()
                        .filter(each -> each.totals() != null)
                        .map(Tested::of)
                        .toList(),
                own.stream()
                        .filter(each -> each.totals() != null && each.totals().brokenCases() > 0)
                        .max(Comparator.comparingLong(each -> each.totals().brokenCases()))
                        .map(Tested::of)
                        .orElse(null),
                own.stream()
                        .filter(each -> each.totals() == null)
                        .map(each ->
                                new FactText(Words.sentence(each.rule().heading()), Words.sentence(each.notTested())))
                        .toList(),
                csv.rules(process, own));
    }

    /** Whether none is declared, so that nothing is shown. */
    boolean isEmpty() {
        return tested.isEmpty() && untested.isEmpty();
    }
}
