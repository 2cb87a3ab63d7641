package com.opsatc.evidence.law;

import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.ageing.ProcessAgeing.AgeCount;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.figure.Excluded;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Where open cases are told: those of all classes of age are the open ones, which with the closed ones are the cases of the map; and
 * they are those that the cycle time counts as open, by a query of its own, unless it leaves some case out.
 */
final class OpenCasesLaw implements ConservationLaw {
    private static final String CYCLE_TIME = "cycle-time";

    @Override
    public Law law() {
        return Law.OPEN_CASES;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        documents.find(Documents.AGEING).map(AgeingDocument::processes).orElse(List.of()).stream()
                .filter(process -> process.open() != null)
                .forEach(process -> {
                    equations.add(new Equation(
                            process.process(),
                            "open cases of all ages",
                            Sums.of(process.classes(), AgeCount::open),
                            "open cases",
                            BigInteger.valueOf(process.open())));
                    views(documents, process).forEach(equations::add);
                    cycleTimes(documents, process).forEach(equations::add);
                });
        return equations;
    }

    private static List<Equation> views(DocumentSet documents, ProcessAgeing process) {
        return documents.find(Documents.EDGES).map(EdgesDocument::processes).orElse(List.of()).stream()
                .filter(view -> view.process().equals(process.process()))
                .filter(view -> view.view() == LogView.ACTIVITY)
                .map(view -> Equation.of(
                        process.process(),
                        "open and closed cases",
                        process.open() + process.closed(),
                        "cases of the map",
                        view.cases()))
                .toList();
    }

    private static List<Equation> cycleTimes(DocumentSet documents, ProcessAgeing process) {
        return documents.find(Documents.KPIS).map(KpisDocument::kpis).orElse(List.of()).stream()
                .filter(kpi -> kpi.process().equals(process.process()))
                .filter(kpi -> kpi.definition().id().equals(CYCLE_TIME) && kpi.measured())
                .filter(OpenCasesLaw::leavesNobodyOut)
                .map(kpi -> Equation.of(
                        process.process(), "open cases", process.open(), "members of cycle-time open", kpi.open()))
                .toList();
    }

    private static boolean leavesNobodyOut(KpiValue kpi) {
        return kpi.open() != null && Sums.of(kpi.excluded(), Excluded::n).signum() == 0;
    }
}
