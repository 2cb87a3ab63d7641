package com.opsatc.jobs.simulate.check;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.jobs.simulate.Expectations;
import com.opsatc.jobs.simulate.Expectations.EdgeFigure;
import com.opsatc.jobs.simulate.Expectations.Share;
import com.opsatc.jobs.simulate.PlantedTruth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Exact figures of the simulation beside the published ones: nothing may differ by one. */
final class PlantedFigures {
    private static final String ORDERS = "order-to-cash";
    private static final String TICKETS = "incident";

    private final CheckedDocuments documents;

    PlantedFigures(CheckedDocuments documents) {
        this.documents = documents;
    }

    List<CheckLine> lines(PlantedTruth truth) {
        Expectations.OrderFigures orders = truth.expectations().orders();
        Expectations.TicketFigures tickets = truth.expectations().tickets();
        List<CheckLine> lines = new ArrayList<>();
        lines.add(share("on time, lines", "on-time-line", orders.onTimeLine()));
        lines.add(share(
                "in full, lines (" + orders.partialLines() + " shipped in parts)",
                "in-full-line",
                orders.inFullLine()));
        lines.add(share("OTIF, lines", "otif-line", orders.otifLine()));
        lines.add(share("on time, orders", "on-time-order", orders.onTimeOrder()));
        lines.add(share("in full, orders", "in-full-order", orders.inFullOrder()));
        lines.add(share("OTIF, orders", "otif-order", orders.otifOrder()));
        lines.add(CheckLine.equal(
                "MTTR, tickets",
                tickets.medianUs() + " us of " + tickets.resolved(),
                kpi("exception-mttr", TICKETS)
                        .map(k -> k.value() + " us of " + k.n())
                        .orElse("not measured")));
        lines.add(edges("orders over " + changes(truth), ORDERS, orders.cases(), orders.events(), orders.edges()));
        lines.add(edges("tickets over " + changes(truth), TICKETS, tickets.cases(), tickets.events(), tickets.edges()));
        return lines;
    }

    private static String changes(PlantedTruth truth) {
        return truth.clockChanges().size() + " change" + (truth.clockChanges().size() == 1 ? "" : "s")
                + " of the clocks";
    }

    private CheckLine share(String item, String definition, Share planted) {
        BigDecimal value =
                BigDecimal.valueOf(planted.k()).divide(BigDecimal.valueOf(planted.n()), 6, RoundingMode.HALF_EVEN);
        return kpi(definition, ORDERS)
                .map(found -> new CheckLine(
                        item,
                        planted.k() + " of " + planted.n(),
                        numerator(found) + " of " + found.n(),
                        found.n() == planted.n() && found.value().compareTo(value) == 0))
                .orElse(new CheckLine(item, planted.k() + " of " + planted.n(), "not measured", false));
    }

    /** The part that a share of six decimals stands for; unambiguous below half a million members. */
    private static String numerator(KpiValue share) {
        return share.value()
                .multiply(BigDecimal.valueOf(share.n()))
                .setScale(0, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private Optional<KpiValue> kpi(String definition, String process) {
        return documents.kpis().kpis().stream()
                .filter(kpi -> kpi.definition().id().equals(definition)
                        && kpi.process().equals(process)
                        && kpi.measured())
                .findFirst();
    }

    /** An hour gained or lost at a change of the clocks, a row lost or counted twice: any of them shows in these sums. */
    private CheckLine edges(String item, String process, long cases, long events, List<EdgeFigure> planted) {
        String plantedText = cases + " cases, " + events + " events, " + sum(planted);
        return documents.edges().processes().stream()
                .filter(p -> p.process().equals(process) && p.view() == LogView.ACTIVITY)
                .findFirst()
                .map(found -> {
                    List<EdgeFigure> figures = figures(found);
                    boolean ok = found.cases() == cases && found.events() == events && figures.equals(planted);
                    return new CheckLine(
                            item,
                            plantedText,
                            found.cases() + " cases, " + found.events() + " events, " + sum(figures),
                            ok);
                })
                .orElse(new CheckLine(item, plantedText, "no such process", false));
    }

    private static String sum(List<EdgeFigure> edges) {
        return edges.size() + " edges of "
                + edges.stream().mapToLong(EdgeFigure::sumUs).sum() / 1_000_000 + " s";
    }

    private static List<EdgeFigure> figures(ProcessEdges process) {
        List<EdgeFigure> figures = new ArrayList<>();
        for (Edge edge : process.edges()) {
            figures.add(new EdgeFigure(edge.from(), edge.to(), edge.n(), edge.sumUs(), edge.p50Us()));
        }

        figures.sort(Comparator.comparing(EdgeFigure::from).thenComparing(EdgeFigure::to));
        return figures;
    }
}
