package com.opsatc.evidence.law;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.claim.MemberKind;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.SeriesPoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Of each measured KPI: who counts, who is left out, by reason, and who is open are all members there are, which are counted apart;
 * cases are those of the process's map; the evidence has a row for each who counts, and one marked for each who is open; and the
 * weeks, of a KPI that is followed over weeks, have each who counts once.
 */
final class MembersLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.MEMBERS;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        List<ProcessEdges> views =
                documents.find(Documents.EDGES).map(EdgesDocument::processes).orElse(List.of());
        documents.find(Documents.KPIS).map(KpisDocument::kpis).orElse(List.of()).stream()
                .filter(KpiValue::measured)
                .forEach(kpi -> add(equations, kpi, views));
        return equations;
    }

    private static void add(List<Equation> equations, KpiValue kpi, List<ProcessEdges> views) {
        String of = "of " + kpi.definition().id() + ", ";
        BigInteger n = BigInteger.valueOf(kpi.n());
        BigInteger open = BigInteger.valueOf(kpi.open() == null ? 0 : kpi.open());
        Long censored = kpi.evidence().censored();
        equations.add(new Equation(
                kpi.process(),
                of + "members counted",
                n,
                "rows of its evidence",
                BigInteger.valueOf(kpi.evidence().rows())));
        equations.add(new Equation(
                kpi.process(),
                of + "members open",
                open,
                "rows of its evidence that are marked so",
                BigInteger.valueOf(censored == null ? 0 : censored)));
        if (!kpi.series().isEmpty()) {
            equations.add(new Equation(
                    kpi.process(),
                    of + "members counted",
                    n,
                    "members of its weeks",
                    Sums.of(kpi.series(), SeriesPoint::n)));
        }
        if (kpi.members() != null) {
            BigInteger all = BigInteger.valueOf(kpi.members().n());
            equations.add(new Equation(
                    kpi.process(),
                    of + "members counted, left out, and open",
                    n.add(Sums.of(kpi.excluded(), Excluded::n)).add(open),
                    "all " + kpi.members().kind().words(),
                    all));
            views.stream()
                    .filter(view -> kpi.members().kind() == MemberKind.CASE
                            && view.view() == LogView.ACTIVITY
                            && view.process().equals(kpi.process()))
                    .forEach(view -> equations.add(new Equation(
                            kpi.process(),
                            of + "all cases",
                            all,
                            "cases of the map",
                            BigInteger.valueOf(view.cases()))));
        }
    }
}
