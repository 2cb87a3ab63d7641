package com.opsatc.jobs.cli.view;

import com.opsatc.contract.Bottleneck;
import com.opsatc.contract.BottlenecksDocument;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;

/** A line a bottleneck, by process and rank. */
final class BottleneckTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("process", "process"),
            Column.count("rank", "rank"),
            Column.text("from", "from"),
            Column.text("to", "to"),
            Column.duration("recoverable_us", "recoverable"),
            Column.share("share", "share"),
            Column.count("n", "n"),
            Column.count("cases", "cases"),
            Column.duration("target_us", "target"),
            Column.duration("p50_us", "p50"),
            Column.duration("p90_us", "p90"),
            Column.text("measure", "measure"),
            Column.count("n_without_start", "without start"),
            Column.text("finding_id", "finding"));

    private BottleneckTable() {}

    static List<DocumentView.Titled> of(BottlenecksDocument document) {
        return List.of(new DocumentView.Titled(
                "", new Table(COLUMNS, document.bottlenecks().stream().map(BottleneckTable::row))));
    }

    private static List<Object> row(Bottleneck bottleneck) {
        return Table.row(
                bottleneck.process(),
                (long) bottleneck.rank(),
                bottleneck.from(),
                bottleneck.to(),
                bottleneck.recoverableUs(),
                bottleneck.share(),
                bottleneck.n(),
                bottleneck.cases(),
                bottleneck.targetUs(),
                bottleneck.p50Us(),
                bottleneck.p90Us(),
                bottleneck.measure(),
                bottleneck.nWithoutStart(),
                bottleneck.findingId());
    }
}
