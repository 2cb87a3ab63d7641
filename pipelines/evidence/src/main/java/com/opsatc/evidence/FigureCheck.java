package com.opsatc.evidence;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A published figure held against its evidence document: are these the rows it names, and do they give the figure?
 *
 * <p>The figure follows from the rows dated within its window. Rows outside it belong to what the figure is compared with:
 * the evidence of a shift holds the weeks before as well. A KPI's latest period and the one before follow from its rows too.
 *
 * @param rows how many rows the document holds
 * @param recomputed the figure that the rows in the window give; null when there are none
 * @param rowsMatch whether counts, digest and first citations are the published ones, and of a KPI also how many are open
 * @param periodsMatch whether the rows of each published period give its figure; true where none is published
 */
public record FigureCheck(
        String id, BigDecimal published, BigDecimal recomputed, long rows, boolean rowsMatch, boolean periodsMatch) {
    /** A measured KPI; the stream is read to its end and closed. */
    public static FigureCheck of(KpiValue kpi, InputStream document) {
        if (!kpi.measured()) {
            throw new IllegalArgumentException("Cannot check " + kpi.id() + ": it is not measured");
        }

        List<PeriodFigure> periods = kpi.periods() == null
                ? List.of()
                : List.of(kpi.periods().latest(), kpi.periods().previous());
        FigureCheck check =
                check(kpi.id(), kpi.value(), kpi.aggregation(), kpi.window(), periods, kpi.evidence(), document);
        long open = kpi.open() == null ? 0 : kpi.open();
        return check.rowsMatch
                        && open != kpi.evidence().allRows() - kpi.evidence().rows()
                ? check.withoutRows()
                : check;
    }

    /** A finding; the stream is read to its end and closed. */
    public static FigureCheck of(Finding finding, InputStream document) {
        return check(
                finding.id(),
                finding.value(),
                finding.aggregation(),
                finding.window(),
                List.of(),
                finding.evidence(),
                document);
    }

    /** What is open is not what the document holds of it. */
    private FigureCheck withoutRows() {
        return new FigureCheck(id, published, recomputed, rows, /* rowsMatch= */ false, periodsMatch);
    }

    /** Whether the rows are the published ones and give the published figures exactly. */
    public boolean matches() {
        return rowsMatch && periodsMatch && recomputed != null && recomputed.compareTo(published) == 0;
    }

    private static FigureCheck check(
            String id,
            BigDecimal published,
            Aggregation aggregation,
            Window window,
            List<PeriodFigure> periods,
            Evidence evidence,
            InputStream document) {
        RowsetDigest digest = new RowsetDigest();
        List<Citation> first = new ArrayList<>();
        Members whole = new Members(window);
        List<Members> parts =
                periods.stream().map(period -> new Members(period.window())).toList();
        long rows = 0;
        long censored = 0;
        try (EvidenceReader reader = new EvidenceReader(document)) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                digest.add(row);
                row.sampled().stream()
                        .limit(evidence.sample().size() - first.size())
                        .forEach(first::add);
                rows++;
                if (row.censored()) {
                    censored++;
                    continue;
                }

                whole.add(row);
                parts.forEach(part -> part.add(row));
            }
        }

        Sha256 found = digest.finish();
        boolean rowsMatch = rows == evidence.allRows()
                && rows - censored == evidence.rows()
                && found.equals(evidence.digest())
                && first.equals(evidence.sample());
        boolean periodsMatch =
                IntStream.range(0, parts.size()).allMatch(i -> parts.get(i).give(aggregation, periods.get(i)));
        return new FigureCheck(id, published, whole.figure(aggregation), rows, rowsMatch, periodsMatch);
    }

    /** The contributions of the rows that are dated in a window. */
    private record Members(Window window, LongStream.Builder contributions, LongStream.Builder weights) {
        Members(Window window) {
            this(window, LongStream.builder(), LongStream.builder());
        }

        void add(EvidenceRow row) {
            if (!row.date().isBefore(window.from()) && !row.date().isAfter(window.to())) {
                contributions.add(row.contribution());
                weights.add(row.weight());
            }
        }

        boolean give(Aggregation aggregation, PeriodFigure published) {
            long[] all = contributions.build().toArray();
            return all.length == published.n() && figure(aggregation, all).compareTo(published.value()) == 0;
        }

        /** Null when there are none. */
        BigDecimal figure(Aggregation aggregation) {
            return figure(aggregation, contributions.build().toArray());
        }

        private BigDecimal figure(Aggregation aggregation, long[] all) {
            return all.length == 0
                    ? null
                    : Recompute.recompute(
                            aggregation,
                            LongStream.of(all).iterator(),
                            weights.build().iterator());
        }
    }
}
