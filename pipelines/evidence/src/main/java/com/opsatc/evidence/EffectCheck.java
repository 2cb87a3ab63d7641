package com.opsatc.evidence;

import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.advice.Recomputed;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.id.Sha256;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A published effect held against its evidence document (definition recommended-effect): are these the rows it names, and do
 * they give its ends? The second implementation: big numbers, row by row.
 *
 * <p>An end that says that nothing of it is computed again is taken as it is.
 *
 * @param rows how many rows the document holds
 * @param conservative as the rows give it; null where it is not computed again, or there are no rows in the window
 * @param rowsMatch whether counts, digest and first citations are the published ones
 * @param endsMatch whether every end that is computed again is the published one
 */
public record EffectCheck(
        String id, BigDecimal conservative, BigDecimal optimistic, long rows, boolean rowsMatch, boolean endsMatch) {
    /** The stream is read to its end and closed. */
    public static EffectCheck of(Recommendation published, InputStream document) {
        RowsetDigest digest = new RowsetDigest();
        List<Citation> first = new ArrayList<>();
        List<BigDecimal> within = new ArrayList<>();
        List<BigDecimal> before = new ArrayList<>();
        long rows = 0;
        try (EvidenceReader reader = new EvidenceReader(document)) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                digest.add(row);
                row.sampled().stream()
                        .limit(published.evidence().sample().size() - first.size())
                        .forEach(first::add);
                rows++;
                if (row.censored() || row.date().isAfter(published.window().to())) {
                    continue;
                }

                (row.date().isBefore(published.window().from()) ? before : within)
                        .add(BigDecimal.valueOf(row.contribution()));
            }
        }

        Sha256 found = digest.finish();
        boolean rowsMatch = rows == published.evidence().allRows()
                && within.size() == published.n()
                && found.equals(published.evidence().digest())
                && first.equals(published.evidence().sample());
        BigDecimal conservative = end(published.unit(), published.conservative(), before, within);
        BigDecimal optimistic = end(published.unit(), published.optimistic(), before, within);
        return new EffectCheck(
                published.id(),
                conservative,
                optimistic,
                rows,
                rowsMatch,
                agree(published.conservative(), conservative) && agree(published.optimistic(), optimistic));
    }

    /** Whether the rows are the published ones and give the published ends exactly. */
    public boolean matches() {
        return rowsMatch && endsMatch;
    }

    private static boolean agree(EffectEnd published, BigDecimal found) {
        return published.recomputed() == Recomputed.NO || (found != null && found.compareTo(published.value()) == 0);
    }

    private static BigDecimal end(Unit unit, EffectEnd end, List<BigDecimal> before, List<BigDecimal> within) {
        if (end.recomputed() == Recomputed.NO || within.isEmpty()) {
            return null;
        }

        return unit == Unit.COUNT ? regained(before, within) : saved(end, within);
    }

    /** Of each row what is beyond the floor, and beyond the ceiling no more. */
    private static BigDecimal saved(EffectEnd end, List<BigDecimal> within) {
        BigDecimal floor = BigDecimal.valueOf(end.floorUs());
        BigDecimal saved = BigDecimal.ZERO;
        for (BigDecimal time : within) {
            BigDecimal capped = end.ceilingUs() == null ? time : time.min(BigDecimal.valueOf(end.ceilingUs()));
            saved = saved.add(capped.subtract(floor).max(BigDecimal.ZERO));
        }
        return saved;
    }

    /** What the share before would give of the members since, in whole ones, less what they have. */
    private static BigDecimal regained(List<BigDecimal> before, List<BigDecimal> within) {
        if (before.isEmpty()) {
            return null;
        }

        BigInteger expected =
                sum(before).multiply(BigInteger.valueOf(within.size())).divide(BigInteger.valueOf(before.size()));
        return new BigDecimal(expected.subtract(sum(within)).max(BigInteger.ZERO));
    }

    private static BigInteger sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).toBigIntegerExact();
    }
}
