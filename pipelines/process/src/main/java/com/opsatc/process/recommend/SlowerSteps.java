package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.figure.Window;
import com.opsatc.kernel.advice.TimeBand;
import com.opsatc.process.bottleneck.TimedEdge;
import com.opsatc.process.recommend.effect.HeldPassages;
import com.opsatc.process.recommend.effect.Passages;
import com.opsatc.process.recommend.effect.SavedBands;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Steps that a finding says became slower. */
final class SlowerSteps implements SignSearch {
    private static final int MOST = 5;

    @Override
    public List<Seen> search(Considered in) {
        List<Opportunity> seen = in.findings(FindingKind.EDGE_SHIFT)
                .filter(shift -> Considered.rose(shift).orElse(false))
                .limit(MOST)
                .map(shift -> opportunity(in, shift))
                .toList();
        return List.of(new Seen(
                Sign.SLOWER_STEP,
                in.looked().mined().steps().size(),
                "A finding of definition edge-shift tells that the median time of a step rose and stayed.",
                seen));
    }

    private static Opportunity opportunity(Considered in, Finding shift) {
        TimedEdge step = in.looked()
                .mined()
                .step(shift.subjects().get(0), shift.subjects().get(1));
        long before = shift.facts().get(FigureName.BEFORE).longValueExact();
        Window since = shift.window();
        return new PassageOpportunity(
                in,
                ShownSign.of(Sign.SLOWER_STEP, step, in),
                new HeldPassages(
                        in.looked().process(),
                        Sign.SLOWER_STEP,
                        Passages.within(
                                Passages.ofStep(in.looked().steps(), step),
                                since.from(),
                                since.to(),
                                in.looked().process().zone()),
                        step.passages().n()),
                new SavedBands(least(shift, before), TimeBand.above(before)),
                new Grounds(List.of(Considered.basis(shift)), SlowSteps.against(step), Optional.empty()),
                lever -> Watches.ofStep(in, step, lever));
    }

    /** Between the near ends of the two medians' intervals; nothing where these meet, or one has none. */
    private static TimeBand least(Finding shift, long before) {
        BigDecimal beforeHigh = shift.facts().get(FigureName.BEFORE_HIGH);
        if (beforeHigh == null || shift.interval() == null) {
            return new TimeBand(before, before);
        }

        long floor = Math.max(before, beforeHigh.longValueExact());
        return new TimeBand(floor, Math.max(floor, shift.interval().low().longValueExact()));
    }
}
