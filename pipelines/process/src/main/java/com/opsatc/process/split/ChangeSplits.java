package com.opsatc.process.split;

import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.connector.mapping.DeclaredAttribute.Known;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.kernel.segment.MixRate;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.Aggregates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Divides the change of a figure between two periods over the values of each declared attribute (definitions 1.10). A share divides as it is; of
 * a median the mean beside it does.
 */
public final class ChangeSplits {
    private static final int RATIO_DECIMALS = 6;

    private final CountedMembers before;
    private final CountedMembers after;
    private final Aggregation aggregation;
    private final int decimals;

    private ChangeSplits(CountedMembers before, CountedMembers after, Aggregation aggregation) {
        this.before = before;
        this.after = after;
        this.aggregation = aggregation == Aggregation.SHARE ? Aggregation.SHARE : Aggregation.MEAN;
        this.decimals = aggregation == Aggregation.SHARE ? RATIO_DECIMALS : 0;
    }

    /**
     * A split by each attribute that has two segments to tell, in the order in which they are declared.
     *
     * @param before at least one member, like {@code after}
     * @param aggregation a share or a median
     */
    public static List<ChangeSplit> of(
            CountedMembers before, CountedMembers after, Aggregation aggregation, List<DeclaredAttribute> declared) {
        ChangeSplits splits = new ChangeSplits(before, after, aggregation);
        return declared.stream()
                .flatMap(attribute -> splits.by(attribute).stream())
                .toList();
    }

    private Optional<ChangeSplit> by(DeclaredAttribute attribute) {
        List<ValueCell> cells = ValueCells.of(before, after, attribute.name());
        if (cells.size() < 2) {
            return Optional.empty();
        }

        BigDecimal valueBefore = Aggregates.of(aggregation, before);
        BigDecimal valueAfter = Aggregates.of(aggregation, after);
        long change = valueAfter.subtract(valueBefore).movePointRight(decimals).longValueExact();
        List<MixRate.Effect> effects = MixRate.of(
                cells.stream().map(ValueCell::part).toList(),
                BigDecimal.ONE.movePointRight(decimals).longValueExact(),
                change);
        List<SplitSegment> segments = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            segments.add(segment(cells.get(i), effects.get(i)));
        }

        segments.sort(Comparator.comparing((SplitSegment segment) -> segment.kind() == SplitSegment.Kind.OTHER)
                .thenComparing(segment -> segment.effect().abs().negate())
                .thenComparing(SplitSegment::name));
        return Optional.of(new ChangeSplit(
                attribute.name(),
                aggregation,
                valueBefore,
                valueAfter,
                units(effects.stream().mapToLong(MixRate.Effect::mix).sum()),
                units(effects.stream().mapToLong(MixRate.Effect::rate).sum()),
                attribute.known() == Known.START,
                segments));
    }

    private SplitSegment segment(ValueCell cell, MixRate.Effect effect) {
        MixRate.Part part = cell.part();
        return new SplitSegment(
                cell.kind(),
                cell.value(),
                part.nBefore(),
                part.nAfter(),
                figure(part.sumBefore(), part.nBefore()),
                figure(part.sumAfter(), part.nAfter()),
                units(effect.mix()),
                units(effect.rate()));
    }

    private BigDecimal figure(long sum, long n) {
        return n == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(n), decimals, RoundingMode.HALF_EVEN);
    }

    private BigDecimal units(long units) {
        return BigDecimal.valueOf(units, decimals);
    }
}
