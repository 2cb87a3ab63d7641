package com.opsatc.process.recommend;

import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.process.kpi.MeasuredKpi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shares of kept promises that a finding says fell: one for each family, by the variant that stands first. */
final class LowerRates implements SignSearch {
    @Override
    public List<Seen> search(Considered in) {
        Map<String, List<Finding>> byFamily = new LinkedHashMap<>();
        in.findings(FindingKind.KPI_SHIFT)
                .filter(shift -> shift.aggregation() == Aggregation.SHARE)
                .filter(shift -> Considered.rose(shift).filter(rose -> !rose).isPresent())
                .forEach(shift -> in.kpi(shift.subjects().get(0))
                        .filter(kpi -> kpi.direction() == Direction.HIGHER_IS_BETTER)
                        .flatMap(in::family)
                        .ifPresent(family -> byFamily.computeIfAbsent(family, f -> new ArrayList<>())
                                .add(shift)));
        List<Opportunity> seen = new ArrayList<>();
        byFamily.forEach((family, shifts) -> opportunity(in, family, shifts).ifPresent(seen::add));
        long shares = in.found().kpis().stream()
                .filter(kpi -> kpi.measured() && kpi.aggregation() == Aggregation.SHARE)
                .filter(kpi -> kpi.direction() == Direction.HIGHER_IS_BETTER)
                .count();
        return List.of(new Seen(
                Sign.LOWER_RATE,
                shares,
                "A finding of definition kpi-shift tells that a share of kept promises fell and stayed.",
                seen));
    }

    private static Optional<Opportunity> opportunity(Considered in, String family, List<Finding> shifts) {
        Finding first = shifts.get(0);
        String id = first.subjects().get(0);
        KpiValue kpi = in.kpi(id).orElseThrow();
        return in.looked().kpis().stream()
                .filter(each -> each.value().id().equals(id))
                .findFirst()
                .flatMap(MeasuredKpi::members)
                .map(members -> new RateOpportunity(
                        in, family, kpi, first, members.population(), shifts.subList(1, shifts.size())));
    }
}
