package com.opsatc.evidence;

import com.opsatc.contract.Aggregation;
import com.opsatc.contract.Citation;
import com.opsatc.contract.Evidence;
import com.opsatc.contract.Finding;
import com.opsatc.contract.KpiValue;
import com.opsatc.contract.Sha256;
import com.opsatc.contract.Window;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A published figure held against its evidence document: are these the rows it names, and do they give the figure?
 *
 * <p>The figure follows from the rows dated within its window. Rows outside it belong to what the figure is compared with:
 * the evidence of a shift holds the weeks before as well.
 *
 * @param rows how many rows the document holds
 * @param recomputed the figure that the rows in the window give; null when there are none
 * @param rowsMatch whether count, digest and first citations are the published ones
 */
public record FigureCheck(String id, BigDecimal published, BigDecimal recomputed, long rows, boolean rowsMatch) {
    /** A measured KPI; the stream is read to its end and closed. */
    public static FigureCheck of(KpiValue kpi, InputStream document) {
        if (!kpi.measured()) {
            throw new IllegalArgumentException("Cannot check " + kpi.id() + ": it is not measured");
        }

        return check(kpi.id(), kpi.value(), kpi.aggregation(), kpi.window(), kpi.evidence(), document);
    }

    /** A finding; the stream is read to its end and closed. */
    public static FigureCheck of(Finding finding, InputStream document) {
        return check(
                finding.id(), finding.value(), finding.aggregation(), finding.window(), finding.evidence(), document);
    }

    /** Whether the rows are the published ones and give the published figure exactly. */
    public boolean matches() {
        return rowsMatch && recomputed != null && recomputed.compareTo(published) == 0;
    }

    private static FigureCheck check(
            String id,
            BigDecimal published,
            Aggregation aggregation,
            Window window,
            Evidence evidence,
            InputStream document) {
        RowsetDigest digest = new RowsetDigest();
        List<Citation> first = new ArrayList<>();
        LongStream.Builder inWindow = LongStream.builder();
        long rows = 0;
        try (EvidenceReader reader = new EvidenceReader(document)) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                digest.add(row);
                row.sampled().stream()
                        .limit(evidence.sample().size() - first.size())
                        .forEach(first::add);
                if (!row.date().isBefore(window.from()) && !row.date().isAfter(window.to())) {
                    inWindow.add(row.contribution());
                }
                rows++;
            }
        }

        long[] contributions = inWindow.build().toArray();
        Sha256 found = digest.finish();
        boolean rowsMatch =
                rows == evidence.rows() && found.equals(evidence.digest()) && first.equals(evidence.sample());
        BigDecimal recomputed = contributions.length == 0
                ? null
                : Recompute.recompute(aggregation, LongStream.of(contributions).iterator());
        return new FigureCheck(id, published, recomputed, rows, rowsMatch);
    }
}
