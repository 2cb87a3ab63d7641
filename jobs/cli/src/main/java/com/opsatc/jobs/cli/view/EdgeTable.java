package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ObjectPassages;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A line an edge, of all processes and views; where activity instances tell, what work and waiting there was. */
final class EdgeTable {
    private static final List<Column> COLUMNS = List.of(
            Column.coded("view", "view"),
            Column.coded("process", "process"),
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

    private static final List<Column> OBJECTS = List.of(
            Column.text("object_type", "object"),
            Column.count("interleaved", "between objects"),
            Column.share("flattening_error", "flattening error"));

    private static final List<Column> CAVEATS =
            List.of(Column.coded("view", "view"), Column.coded("process", "process"), Column.text("caveat", "caveat"));

    private EdgeTable() {}

    static List<DocumentView.Titled> of(EdgesDocument document) {
        boolean objects = document.processes().stream().anyMatch(EdgeTable::tellsObjects);
        Table edges = new Table(
                objects ? Stream.concat(COLUMNS.stream(), OBJECTS.stream()).toList() : COLUMNS,
                document.processes().stream()
                        .flatMap(process ->
                                process.edges().stream().map(edge -> row(document.header(), process, edge, objects))));
        List<ProcessEdges> timed = document.processes().stream()
                .filter(process -> process.times() != null)
                .toList();
        List<DocumentView.Titled> beside = new ArrayList<>();
        if (!timed.isEmpty()) {
            beside.add(new DocumentView.Titled(
                    "activities", "Processing time", WorkTables.byActivity(document.header(), timed)));
            beside.add(new DocumentView.Titled(
                    "work-and-idle-time", "Work and idle time", WorkTables.byProcess(document.header(), timed)));
        }
        if (document.processes().stream().anyMatch(process -> !process.caveats().isEmpty())) {
            beside.add(new DocumentView.Titled("caveats", "To be read with", new Table(CAVEATS, caveats(document))));
        }

        beside.add(0, new DocumentView.Titled("", beside.isEmpty() ? "" : "Edges", edges));
        return List.copyOf(beside);
    }

    private static Stream<List<Object>> caveats(EdgesDocument document) {
        return document.processes().stream()
                .flatMap(process -> process.caveats().stream()
                        .map(caveat -> Table.row(
                                PlainNames.cell(process.view()),
                                PlainNames.process(document.header(), process.process()),
                                caveat)));
    }

    private static boolean tellsObjects(ProcessEdges process) {
        return process.objectType() != null || process.edges().stream().anyMatch(edge -> edge.objects() != null);
    }

    private static List<Object> row(DocumentHeader header, ProcessEdges process, Edge edge, boolean objects) {
        List<Object> row = new ArrayList<>(row(header, process, edge));
        if (objects) {
            ObjectPassages known = edge.objects();
            row.add(process.objectType());
            row.add(known == null ? null : known.interleaved());
            row.add(known == null ? null : known.flatteningError());
        }

        return row;
    }

    private static List<Object> row(DocumentHeader header, ProcessEdges process, Edge edge) {
        DurationFigures waiting = edge.waiting();
        return Table.row(
                PlainNames.cell(process.view()),
                PlainNames.process(header, process.process()),
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
