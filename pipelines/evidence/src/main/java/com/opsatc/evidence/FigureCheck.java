package com.opsatc.evidence;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.figure.PeriodFigure;
import com.opsatc.contract.figure.StartCohort;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A published figure held against its evidence document: are these the rows it names, and do they give the figure?
 *
 * <p>The figure follows from the rows dated within its window. Rows outside it belong to what the figure is compared with:
 * the evidence of a shift holds the weeks before as well. A KPI's latest period and the one before follow from its rows too, and so
 * do its cohorts, which must be all there are, and a bottleneck's concentration.
 *
 * @param rows how many rows the document holds
 * @param recomputed the figure that the rows in the window give; null when there are none
 * @param rowsMatch whether counts, digest and first citations are the published ones, and of a KPI also how many are open
 * @param partsMatch whether the rows of each published period, cohort and segment that a change divides over give its figure, and those of a
 *     bottleneck its concentration, and whether a figure is published as a bound exactly where it is one; true where nothing of it is published
 */
public record FigureCheck(
        String id, BigDecimal published, BigDecimal recomputed, long rows, boolean rowsMatch, boolean partsMatch) {
    /** A measured KPI; the stream is read to its end and closed. */
    public static FigureCheck of(KpiValue kpi, InputStream document) {
        if (!kpi.measured()) {
            throw new IllegalArgumentException("Cannot check " + kpi.id() + ": it is not measured");
        }

        List<PeriodFigure> periods = kpi.periods() == null
                ? List.of()
                : List.of(kpi.periods().latest(), kpi.periods().previous());
        FigureCheck check = check(
                kpi.id(),
                kpi.value(),
                kpi.aggregation(),
                kpi.window(),
                new Parts(periods, kpi.cohorts(), kpi.beyond() != null),
                List.of(),
                kpi.evidence(),
                ConcentrationCheck.none(),
                document);
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
                new Parts(List.of(), List.of(), /* beyond= */ false),
                finding.why().stream()
                        .map(split -> new SplitCheck(split, finding.window().from()))
                        .toList(),
                finding.evidence(),
                ConcentrationCheck.of(finding),
                document);
    }

    /** What is open is not what the document holds of it. */
    private FigureCheck withoutRows() {
        return new FigureCheck(id, published, recomputed, rows, /* rowsMatch= */ false, partsMatch);
    }

    /** Whether the rows are the published ones and give the published figures exactly. */
    public boolean matches() {
        return rowsMatch && partsMatch && recomputed != null && recomputed.compareTo(published) == 0;
    }

    private static FigureCheck check(
            String id,
            BigDecimal figure,
            Aggregation aggregation,
            Window window,
            Parts published,
            List<SplitCheck> splits,
            Evidence evidence,
            ConcentrationCheck concentration,
            InputStream document) {
        RowsetDigest digest = new RowsetDigest();
        List<Citation> first = new ArrayList<>();
        Members whole = new Members(window);
        List<Members> parts = published.windows().map(Members::new).toList();
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
                censored += row.censored() ? 1 : 0;
                whole.add(row);
                concentration.add(row);
                parts.forEach(part -> part.add(row));
                splits.forEach(split -> split.add(row));
            }
        }

        Sha256 found = digest.finish();
        boolean rowsMatch = rows == evidence.allRows()
                && rows - censored == evidence.rows()
                && found.equals(evidence.digest())
                && first.equals(evidence.sample());
        Counted counted = whole.counted();
        boolean partsMatch = published.match(
                aggregation, counted, parts.stream().map(Members::counted).toList(), rows, censored);
        return new FigureCheck(
                id,
                figure,
                counted.figure(aggregation),
                rows,
                rowsMatch,
                partsMatch && concentration.matches() && splits.stream().allMatch(SplitCheck::matches));
    }

    /**
     * What is published of a figure beside its value.
     *
     * @param beyond whether it is a bound that the figure is more than
     */
    private record Parts(List<PeriodFigure> periods, List<StartCohort> cohorts, boolean beyond) {
        Stream<Window> windows() {
            return Stream.concat(
                    periods.stream().map(PeriodFigure::window), cohorts.stream().map(StartCohort::window));
        }

        /** @param parts those of each of the {@link #windows} */
        boolean match(Aggregation aggregation, Counted whole, List<Counted> parts, long rows, long censored) {
            if (aggregation != Aggregation.SURVIVAL_MEDIAN) {
                return IntStream.range(0, parts.size())
                        .allMatch(i -> parts.get(i).give(aggregation, periods.get(i)));
            }

            long counted = cohorts.stream().mapToLong(StartCohort::n).sum();
            long open = cohorts.stream().mapToLong(StartCohort::open).sum();
            return counted == rows - censored
                    && open == censored
                    && whole.survival()
                            .filter(found -> found.beyond() == beyond)
                            .isPresent()
                    && IntStream.range(0, parts.size())
                            .allMatch(i -> parts.get(i).give(cohorts.get(i)));
        }
    }

    /** The rows that are dated in a window: contributions and weights of the counted ones, and apart contributions of open ones. */
    private record Members(
            Window window, LongStream.Builder contributions, LongStream.Builder weights, LongStream.Builder open) {
        Members(Window window) {
            this(window, LongStream.builder(), LongStream.builder(), LongStream.builder());
        }

        void add(EvidenceRow row) {
            if (row.date().isBefore(window.from()) || row.date().isAfter(window.to())) {
                return;
            }

            if (row.censored()) {
                open.add(row.contribution());
            } else {
                contributions.add(row.contribution());
                weights.add(row.weight());
            }
        }

        /** All that were added; nothing can be added any more. */
        Counted counted() {
            return new Counted(
                    contributions.build().toArray(),
                    weights.build().toArray(),
                    open.build().toArray());
        }
    }

    /** Contributions of a window, open ones apart. */
    private record Counted(long[] contributions, long[] weights, long[] open) {
        boolean give(Aggregation aggregation, PeriodFigure published) {
            return contributions.length == published.n() && figure(aggregation).compareTo(published.value()) == 0;
        }

        boolean give(StartCohort published) {
            return contributions.length == published.n()
                    && open.length == published.open()
                    && (published.value() == null
                            || survival()
                                    .filter(found -> found.value().compareTo(published.value()) == 0)
                                    .filter(found -> found.beyond() == (published.beyond() != null))
                                    .isPresent());
        }

        /** Empty when there are none. */
        Optional<RecomputedSurvival> survival() {
            return contributions.length + open.length == 0
                    ? Optional.empty()
                    : Optional.of(RecomputedSurvival.of(contributions, open));
        }

        /** Null when there are none. */
        BigDecimal figure(Aggregation aggregation) {
            if (aggregation == Aggregation.SURVIVAL_MEDIAN) {
                return survival().map(RecomputedSurvival::value).orElse(null);
            }

            return contributions.length == 0
                    ? null
                    : Recompute.recompute(
                            aggregation,
                            LongStream.of(contributions).iterator(),
                            LongStream.of(weights).iterator());
        }
    }
}
