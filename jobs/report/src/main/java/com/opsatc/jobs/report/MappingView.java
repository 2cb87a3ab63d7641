package com.opsatc.jobs.report;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.MappingCount.JoinCount;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What the mappings made of the rows, and which orders of milestones and dates were broken. */
record MappingView(List<MappingRow> mappings, List<OrderRow> orders) {
    private static final int NOTABLE = 100;

    record MappingRow(
            String stream, String mapping, String rows, String gave, String made, String without, String joins) {}

    record OrderRow(String process, String subject, String earlier, String later, String n, String of, String share) {}

    static MappingView of(List<MappingCount> mappings, List<OrderCheck> orders, DocumentHeader header) {
        return new MappingView(
                mappings.stream().map(MappingView::mapping).toList(),
                orders.stream().map(order -> order(order, header)).toList());
    }

    /** What must be known before the figures, each a sentence. */
    static List<String> alerts(List<MappingCount> mappings, List<OrderCheck> orders) {
        List<String> alerts = new java.util.ArrayList<>();
        mappings.forEach(count -> count.notable().forEach(text -> alerts.add(Words.sentence("Mapping " + text + "."))));
        orders.stream()
                .filter(order -> order.n() > 0 && order.n() * NOTABLE >= order.of())
                .forEach(order -> alerts.add(Words.sentence("In " + PageFigures.count(order.n()) + " of "
                        + PageFigures.count(order.of()) + " (" + order.subject() + ") " + order.later()
                        + " comes before "
                        + order.earlier() + ", which cannot be; figures that rest on the order leave them out.")));
        return List.copyOf(alerts);
    }

    private static MappingRow mapping(MappingCount count) {
        return new MappingRow(
                Words.name(count.source()) + " / " + Words.name(count.stream()),
                Words.name(count.mapping()),
                PageFigures.count(count.rows()),
                PageFigures.count(count.gave()),
                PageFigures.count(count.made()),
                count.without().stream()
                        .map(each -> PageFigures.count(each.n()) + " "
                                + each.reason().replace('-', ' '))
                        .collect(Collectors.joining(", ")),
                count.joins().stream().map(MappingView::join).collect(Collectors.joining(", ")));
    }

    private static String join(JoinCount join) {
        return Words.name(join.partner()) + ": " + PageFigures.count(join.found()) + " of "
                + PageFigures.count(join.looked());
    }

    private static OrderRow order(OrderCheck order, DocumentHeader header) {
        return new OrderRow(
                Words.name(header.titleOf(order.process())),
                Words.name(order.subject()),
                Words.name(order.earlier()),
                Words.name(order.later()),
                PageFigures.count(order.n()),
                PageFigures.count(order.of()),
                PageFigures.share(order.n(), order.of()));
    }
}
