package com.opsatc.jobs.report;

import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.jobs.report.chart.ShareBar;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** One of the most frequent variants: its steps (a run of the same one folded into a count), cases and mean cycle time. */
record VariantView(
        String rank,
        String id,
        List<Step> steps,
        String moreSteps,
        String cases,
        String share,
        String bar,
        String together,
        String cycle) {
    private static final int MOST = 10;
    private static final int MOST_STEPS = 24;

    record Step(String name, String times) {}

    static List<VariantView> of(ProcessVariants variants) {
        List<VariantView> views = new ArrayList<>();
        long cumulative = 0;
        for (Variant variant : variants.variants().stream().limit(MOST).toList()) {
            cumulative += variant.cases();
            views.add(of(views.size() + 1, variant, cumulative, variants.cases()));
        }

        return List.copyOf(views);
    }

    /** The variants that are shown, with all of their steps. */
    static CsvLink csv(ProcessVariants variants, CsvTables csv) {
        return csv.variants(variants, variants.variants().stream().limit(MOST).toList());
    }

    private static VariantView of(int rank, Variant variant, long cumulative, long total) {
        List<Step> steps = fold(variant.activities());
        Rows<Step> shown = Rows.first(MOST_STEPS, steps);
        String share = PageFigures.share(variant.cases(), total);
        BigDecimal part = total == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(variant.cases()).divide(BigDecimal.valueOf(total), 6, RoundingMode.HALF_EVEN);

        return new VariantView(
                Integer.toString(rank),
                Cited.shortened(variant.id().hex()),
                shown.shown(),
                shown.hidden() == 0 ? null : "and " + shown.hidden() + " more steps",
                PageFigures.count(variant.cases()),
                share,
                ShareBar.svg(part, share),
                PageFigures.share(cumulative, total),
                variant.cases() == 0 ? "–" : PageFigures.duration(variant.cycleSumUs() / variant.cases()));
    }

    private static List<Step> fold(List<String> activities) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < activities.size(); ) {
            int end = i;
            while (end < activities.size() && activities.get(end).equals(activities.get(i))) {
                end++;
            }
            steps.add(new Step(Words.name(activities.get(i)), end - i > 1 ? "× " + (end - i) : null));
            i = end;
        }

        return steps;
    }
}
