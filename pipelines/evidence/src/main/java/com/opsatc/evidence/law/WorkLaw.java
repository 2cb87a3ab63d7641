package com.opsatc.evidence.law;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.WorkTimes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Busy time, found by sweeping over intervals so that parallel work counts once, and idle time are the time from first start to last
 * completion, found by walking the cases; the work of the activities is the work of the process, and so are the executions whose
 * start is known.
 */
final class WorkLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.WORK;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        for (ProcessEdges view :
                documents.find(Documents.EDGES).map(EdgesDocument::processes).orElse(List.of())) {
            WorkTimes times = view.times();
            if (times != null) {
                if (times.cycleUs() != null) {
                    equations.add(new Equation(
                            view.process(),
                            "busy and idle time in microseconds",
                            BigInteger.valueOf(times.busyUs()).add(BigInteger.valueOf(times.idleUs())),
                            "time from first start to last completion",
                            BigInteger.valueOf(times.cycleUs())));
                }

                List<DurationFigures> work = view.activities().stream()
                        .map(ActivityStats::processing)
                        .filter(Objects::nonNull)
                        .toList();
                equations.add(new Equation(
                        view.process(),
                        "work of the activities in microseconds",
                        Sums.of(work, DurationFigures::sumUs),
                        "work of the process",
                        BigInteger.valueOf(times.processingUs())));
                equations.add(new Equation(
                        view.process(),
                        "executions whose work is known",
                        Sums.of(work, DurationFigures::n),
                        "executions whose start is known",
                        BigInteger.valueOf(times.startsKnown())));
            }
        }
        return equations;
    }
}
