package com.opsatc.evidence.law;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdges;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In each view, of each activity: cases that start with it and passages into it are how often it was done, and so are cases that
 * end with it and passages out of it. Cases start once and end once, and executions are events.
 */
final class FlowLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.FLOW;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        documents
                .find(Documents.EDGES)
                .map(EdgesDocument::processes)
                .orElse(List.of())
                .forEach(view -> add(equations, view));
        return equations;
    }

    private static void add(List<Equation> equations, ProcessEdges view) {
        Map<String, BigInteger> in = new HashMap<>();
        Map<String, BigInteger> out = new HashMap<>();
        for (Edge edge : view.edges()) {
            BigInteger n = BigInteger.valueOf(edge.n());
            in.merge(edge.to(), n, BigInteger::add);
            out.merge(edge.from(), n, BigInteger::add);
        }

        String where = "of view " + view.view() + ", ";
        for (ActivityStats activity : view.activities()) {
            BigInteger done = BigInteger.valueOf(activity.executions());
            equations.add(new Equation(
                    view.process(),
                    where + "starts with an activity and passages into it",
                    plus(activity.starts(), in.remove(activity.activity())),
                    "its executions",
                    done));
            equations.add(new Equation(
                    view.process(),
                    where + "ends with an activity and passages out of it",
                    plus(activity.ends(), out.remove(activity.activity())),
                    "its executions",
                    done));
        }

        // What is left joins activities that nothing is said of.
        equations.add(Equation.of(
                view.process(),
                where + "passages of activities that are not listed",
                in.size() + (long) out.size(),
                "none",
                0));
        equations.add(whole(view, where + "starts", Sums.of(view.activities(), ActivityStats::starts)));
        equations.add(whole(view, where + "ends", Sums.of(view.activities(), ActivityStats::ends)));
        equations.add(new Equation(
                view.process(),
                where + "executions",
                Sums.of(view.activities(), ActivityStats::executions),
                "events",
                BigInteger.valueOf(view.events())));
    }

    private static Equation whole(ProcessEdges view, String words, BigInteger found) {
        return new Equation(view.process(), words, found, "cases", BigInteger.valueOf(view.cases()));
    }

    private static BigInteger plus(long own, BigInteger passages) {
        return BigInteger.valueOf(own).add(passages == null ? BigInteger.ZERO : passages);
    }
}
