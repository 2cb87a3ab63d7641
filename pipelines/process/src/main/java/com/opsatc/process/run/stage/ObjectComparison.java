package com.opsatc.process.run.stage;

import com.opsatc.contract.document.ObjectPassages;
import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.bottleneck.ObjectFacts;
import com.opsatc.process.bottleneck.ObjectFacts.Passage;
import com.opsatc.process.eventlog.FinerObjects;
import com.opsatc.process.run.stage.ObjectStage.MinedObjects;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds each edge of a case view against the same edge in the lives of the objects finer than the case. */
final class ObjectComparison {
    private static final int DECIMALS = 6;

    private ObjectComparison() {}

    /** The case view as it is where no type is finer than the case. */
    static MinedProcess of(MinedProcess cases, Optional<MinedObjects> mined) {
        if (mined.isEmpty() || mined.get().finer().types().isEmpty()) {
            return cases;
        }

        MinedObjects objects = mined.get();
        FinerObjects finer = objects.finer();
        Map<Passage, Long> interleaved = new HashMap<>();
        finer.passages().forEach(each -> interleaved.put(new Passage(each.from(), each.to()), each.n()));
        List<MinedProcess> views = objects.views().stream()
                .filter(view ->
                        view.objects().type().filter(finer.types()::contains).isPresent())
                .toList();
        Map<Passage, ObjectPassages> passages = new HashMap<>();
        for (EdgeStats edge : cases.mined().edges()) {
            Passage names = cases.passage(edge);
            passages.put(names, compared(edge, interleaved.getOrDefault(names, 0L), best(views, names)));
        }

        Map<String, ObjectFacts.Repeats> repeats = new HashMap<>();
        finer.repeats()
                .forEach(each ->
                        repeats.put(each.activity(), new ObjectFacts.Repeats(each.splits(), each.reworkCases())));
        return cases.with(new ObjectFacts(Optional.empty(), Map.of(), passages, repeats));
    }

    private record InView(String type, EdgeStats edge) {}

    private static Optional<InView> best(List<MinedProcess> views, Passage names) {
        return views.stream()
                .flatMap(view -> view.mined().edges().stream()
                        .filter(edge -> view.passage(edge).equals(names))
                        .map(edge -> new InView(view.objects().type().orElseThrow(), edge)))
                .max(Comparator.comparingLong((InView each) -> each.edge().n())
                        .thenComparing(InView::type, Comparator.reverseOrder()));
    }

    private static ObjectPassages compared(EdgeStats edge, long interleaved, Optional<InView> inView) {
        BigDecimal share = ratio(interleaved, edge.n());
        if (inView.isEmpty()) {
            return new ObjectPassages(interleaved, share, null, null, null);
        }

        long objectUs = inView.get().edge().meanUs();
        return new ObjectPassages(
                interleaved,
                share,
                inView.get().type(),
                objectUs,
                objectUs == 0 ? null : ratio(Math.abs(edge.meanUs() - objectUs), objectUs));
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
