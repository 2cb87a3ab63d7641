package com.opsatc.evidence;

import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.advice.RealisedState;
import com.opsatc.contract.advice.StepChange;
import com.opsatc.contract.claim.Citation;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A realised effect computed again from its evidence documents (definition realised-effect): counts, sums and medians of both periods, and
 * the change. The second implementation: decimal numbers, row by row. Its interval is taken as it is.
 */
public final class RealisedCheck {
    private static final double LN_2 = StrictMath.log(2);
    private static final int CHANGE_DECIMALS = 4;

    private RealisedCheck() {}

    /**
     * Whether it follows from its rows; what is not measured has none, and follows.
     *
     * @param open opens an evidence document by its name; each is read to its end and closed
     */
    public static boolean of(RealisedEffect published, Function<String, InputStream> open) {
        if (published.state() == RealisedState.NOT_MEASURED) {
            return published.change() == null && published.peers().isEmpty();
        }

        BigDecimal peers = BigDecimal.ZERO;
        for (StepChange peer : published.peers()) {
            BigDecimal change = change(peer, published.since(), open);
            if (change == null) {
                return false;
            }
            peers = peers.add(change);
        }
        BigDecimal step = change(published.step(), published.since(), open);
        if (step == null) {
            return false;
        }
        if (!published.peers().isEmpty()) {
            BigDecimal mean = peers.divide(BigDecimal.valueOf(published.peers().size()), 12, RoundingMode.HALF_EVEN);
            step = step.subtract(mean.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR));
        }
        BigDecimal found = BigDecimal.valueOf(StrictMath.expm1(step.doubleValue() * LN_2 / 1_000_000))
                .setScale(CHANGE_DECIMALS, RoundingMode.HALF_EVEN);
        return found.compareTo(published.change()) == 0 && state(published) == published.state();
    }

    private static RealisedState state(RealisedEffect published) {
        if (published.interval().high().signum() < 0) {
            return RealisedState.LESS_TIME;
        }
        return published.interval().low().signum() > 0 ? RealisedState.MORE_TIME : RealisedState.NO_SIGNAL;
    }

    /** In thousandths of the scale's units; null where the rows are not the published ones or give other counts, sums or medians. */
    private static BigDecimal change(StepChange published, LocalDate since, Function<String, InputStream> open) {
        RowsetDigest digest = new RowsetDigest();
        List<Citation> first = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        try (EvidenceReader reader =
                new EvidenceReader(open.apply(published.evidence().document()))) {
            while (reader.hasNext()) {
                EvidenceRow row = reader.next();
                digest.add(row);
                row.sampled().stream()
                        .limit(published.evidence().sample().size() - first.size())
                        .forEach(first::add);
                (row.date().isBefore(since) ? before : after).add(row.contribution());
            }
        }

        boolean same = digest.finish().equals(published.evidence().digest())
                && first.equals(published.evidence().sample())
                && before.size() == published.before()
                && after.size() == published.after()
                && places(before) == published.sumBefore()
                && places(after) == published.sumAfter()
                && isMedian(published.medianBeforeUs(), before)
                && isMedian(published.medianAfterUs(), after);
        return same ? mean(after).subtract(mean(before)) : null;
    }

    private static long places(List<Long> times) {
        long sum = 0;
        for (long us : times) {
            sum += (long) StrictMath.floor(1000 * (StrictMath.log1p(us / 1e6) / LN_2) + 0.5);
        }
        return sum;
    }

    private static BigDecimal mean(List<Long> times) {
        return BigDecimal.valueOf(places(times))
                .multiply(BigDecimal.valueOf(1_000))
                .divide(BigDecimal.valueOf(times.size()), 0, RoundingMode.HALF_UP);
    }

    /** Between two middle ones it may be rounded either way. */
    private static boolean isMedian(long median, List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        long both = sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
        return Math.abs(2 * median - both) <= 1;
    }
}
