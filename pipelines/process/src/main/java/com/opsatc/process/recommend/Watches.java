package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.advice.Watch;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.process.bottleneck.TimedEdge;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How one would see that a lever worked: by the signals that the runs look for anyway, and by nothing that is new. */
final class Watches {
    private static final String UNTIL_THEN =
            " That takes four full weeks on either side of the change; until then nothing shows that it worked.";
    private static final int DECIMALS = 6;

    private Watches() {}

    static Watch ofStep(Considered in, TimedEdge step, Lever lever) {
        return new Watch(
                "median time of the step",
                in.definitions().require(FindingKind.EDGE_SHIFT.definition()).ref(),
                BigDecimal.valueOf(step.passages().quantileUs(1, 2)),
                Unit.MICROSECONDS,
                lever.weeks(),
                "A finding tells that the median time of the step fell in the week of the change or the one after."
                        + UNTIL_THEN);
    }

    static Watch ofKpi(Considered in, KpiValue kpi, Lever lever) {
        String way = kpi.direction() == Direction.LOWER_IS_BETTER ? "fell" : "rose";
        return new Watch(
                kpi.title(),
                in.definitions().require(FindingKind.KPI_SHIFT.definition()).ref(),
                kpi.value(),
                kpi.unit(),
                lever.weeks(),
                "A finding tells that the KPI " + way + " in the week of the change or the one after." + UNTIL_THEN);
    }

    /** Repetitions have no weekly series: two runs are compared. */
    static Watch ofRepetitions(Considered in, long repetitions, Lever lever) {
        BigDecimal each = BigDecimal.valueOf(repetitions)
                .divide(BigDecimal.valueOf(in.looked().mined().mined().cases()), DECIMALS, RoundingMode.HALF_EVEN);
        return new Watch(
                "repetitions for each case",
                in.definition().ref(),
                each,
                Unit.RATIO,
                lever.weeks(),
                "A run of the weeks since the change alone has fewer repetitions for each case, and its interval does not"
                        + " reach today's figure. Repetitions have no weekly signal of their own.");
    }
}
