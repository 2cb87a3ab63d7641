package com.opsatc.evidence.law;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.Coverage;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.WaitingDocument;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The causes are the waiting time that is attributed, of the process and of each transition; transitions, where all are listed, are
 * the process; and every execution either waited a known time, or has no recorded start, or nothing enabled it.
 */
final class WaitingCausesLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.WAITING_CAUSES;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        for (ProcessWaiting process : documents
                .find(Documents.WAITING)
                .map(WaitingDocument::processes)
                .orElse(List.of())) {
            if (process.coverage() != null) {
                add(equations, process);
                documents.find(Documents.EDGES).map(EdgesDocument::processes).orElse(List.of()).stream()
                        .filter(view -> view.view() == LogView.ACTIVITY_INSTANCE
                                && view.process().equals(process.process()))
                        .forEach(view -> equations.add(instances(process, view)));
            }
        }
        return equations;
    }

    private static void add(List<Equation> equations, ProcessWaiting process) {
        Coverage coverage = process.coverage();
        equations.add(new Equation(
                process.process(),
                "waiting time of all causes in microseconds",
                Sums.of(process.causes(), CauseTime::us),
                "waiting time that is attributed",
                BigInteger.valueOf(coverage.attributedUs())));
        for (TransitionWaiting transition : process.transitions()) {
            equations.add(new Equation(
                    process.process(),
                    "of a transition, waiting time of all causes in microseconds",
                    Sums.of(transition.causes(), CauseTime::us),
                    "waiting time that is attributed",
                    BigInteger.valueOf(transition.attributedUs())));
        }

        List<TransitionWaiting> transitions = process.transitions();
        if (process.totalTransitions() == transitions.size()) {
            equations.add(new Equation(
                    process.process(),
                    "waiting time of the transitions in microseconds",
                    Sums.of(transitions, TransitionWaiting::waitUs),
                    "waiting time of the process",
                    BigInteger.valueOf(coverage.waitUs())));
            equations.add(new Equation(
                    process.process(),
                    "attributed time of the transitions in microseconds",
                    Sums.of(transitions, TransitionWaiting::attributedUs),
                    "attributed time of the process",
                    BigInteger.valueOf(coverage.attributedUs())));
            equations.add(new Equation(
                    process.process(),
                    "executions of the transitions",
                    Sums.of(transitions, TransitionWaiting::n),
                    "executions whose waiting time is known",
                    BigInteger.valueOf(coverage.measured())));
        }
    }

    private static Equation instances(ProcessWaiting process, ProcessEdges view) {
        Coverage coverage = process.coverage();
        return Equation.of(
                process.process(),
                "executions whose waiting time is known, is not, or was enabled by nothing",
                coverage.measured() + coverage.withoutStart() + coverage.withoutEnabling(),
                "executions of the process",
                view.events());
    }
}
