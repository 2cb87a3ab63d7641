package com.opsatc.jobs.cli.view;

import com.opsatc.contract.DurationFigures;
import com.opsatc.contract.Edge;
import com.opsatc.contract.EdgesDocument;
import com.opsatc.contract.ProcessEdges;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;

/** A line an edge, of all processes and views; where activity instances tell, what work and waiting there was. */
final class EdgeTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("process", "process"),
            Column.text("view", "view"),
            Column.text("from", "from"),
            Column.text("to", "to"),
            Column.count("n", "n"),
            Column.count("cases", "cases"),
            Column.duration("sum_us", "total"),
            Column.duration("mean_us", "mean"),
            Column.duration("p50_us", "p50"),
            Column.duration("p90_us", "p90"),
            Column.count("overlap_n", "overlaps"),
            Column.count("ties", "ties"),
            Column.count("waiting_n", "waiting"),
            Column.duration("waiting_sum_us", "total waiting"),
            Column.duration("waiting_mean_us", "mean waiting"),
            Column.duration("waiting_p50_us", "p50 waiting"),
            Column.duration("waiting_p90_us", "p90 waiting"));

    private EdgeTable() {}

    static List<DocumentView.Titled> of(EdgesDocument document) {
        Table edges = new Table(
                COLUMNS,
                document.processes().stream()
                        .flatMap(process -> process.edges().stream().map(edge -> row(process, edge))));
        List<ProcessEdges> timed = document.processes().stream()
                .filter(process -> process.times() != null)
                .toList();
        return timed.isEmpty()
                ? List.of(new DocumentView.Titled("", edges))
                : List.of(
                        new DocumentView.Titled("Edges", edges),
                        new DocumentView.Titled("Processing time", WorkTables.byActivity(timed)),
                        new DocumentView.Titled("Work and idle time", WorkTables.byProcess(timed)));
    }

    private static List<Object> row(ProcessEdges process, Edge edge) {
        DurationFigures waiting = edge.waiting();
        return Table.row(
                process.process(),
                process.view(),
                edge.from(),
                edge.to(),
                edge.n(),
                edge.cases(),
                edge.sumUs(),
                edge.meanUs(),
                edge.p50Us(),
                edge.p90Us(),
                edge.overlapN(),
                edge.ties(),
                waiting == null ? null : waiting.n(),
                waiting == null ? null : waiting.sumUs(),
                waiting == null ? null : waiting.meanUs(),
                waiting == null ? null : waiting.p50Us(),
                waiting == null ? null : waiting.p90Us());
    }
}
