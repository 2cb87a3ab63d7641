package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.ArrayList;
import java.util.List;

/** A line a bottleneck, by process and rank, then what is out of scope, and between what cases go back and forth. */
final class BottleneckTable {
    private static final List<Column> COLUMNS = List.of(
            Column.coded("process", "process"),
            Column.count("rank", "rank"),
            Column.text("from", "from"),
            Column.text("to", "to"),
            Column.duration("recoverable_us", "beyond target"),
            Column.share("share", "share"),
            Column.count("n", "n"),
            Column.count("cases", "cases"),
            Column.duration("target_us", "target"),
            Column.text("target_is", "target is"),
            Column.duration("p50_us", "p50"),
            Column.duration("p90_us", "p90"),
            Column.coded("measure", "measure"),
            Column.count("n_without_start", "without start"),
            Column.share("concentration", "in a tenth of cases"),
            Column.coded("trend", "latest weeks"),
            Column.text("finding_id", "finding"));

    private static final List<Column> OUT_OF_SCOPE = List.of(
            Column.coded("process", "process"),
            Column.text("from", "from"),
            Column.text("to", "to"),
            Column.count("n", "n"),
            Column.text("reason", "out of scope"));

    private static final List<Column> ALTERNATIONS = List.of(
            Column.coded("process", "process"),
            Column.text("first", "from"),
            Column.text("second", "to and back"),
            Column.count("cases", "cases"),
            Column.share("share", "of all"),
            Column.count("stretches", "times"),
            Column.count("events", "events"),
            Column.duration("again_us", "going on for"),
            Column.text("cited", "for instance"));

    private static final List<Column> UNUSUAL = List.of(
            Column.coded("process", "process"),
            Column.text("from", "from"),
            Column.text("to", "to"),
            Column.count("n", "n"),
            Column.duration("median_us", "median"),
            Column.count("slow", "slow"),
            Column.duration("slow_from_us", "slow from"),
            Column.count("fast", "fast"),
            Column.duration("fast_below_us", "fast below"),
            Column.duration("slowest_us", "slowest"),
            Column.text("cited", "its record"));

    private BottleneckTable() {}

    static List<DocumentView.Titled> of(BottlenecksDocument document) {
        DocumentView.Titled ranked = new DocumentView.Titled(
                "",
                "",
                new Table(
                        COLUMNS,
                        document.bottlenecks().stream().map(bottleneck -> row(document.header(), bottleneck))));
        List<DocumentView.Titled> tables = new ArrayList<>(List.of(ranked));
        if (!document.outOfScope().isEmpty()) {
            tables.add(new DocumentView.Titled("out-of-scope", "Out of scope, as declared", outOfScope(document)));
        }
        if (!document.alternations().isEmpty()) {
            tables.add(
                    new DocumentView.Titled("back-and-forth", "Back and forth, twice or more", alternations(document)));
        }
        if (!document.unusual().isEmpty()) {
            tables.add(new DocumentView.Titled("unusual", "Far from the usual time", unusual(document)));
        }
        return List.copyOf(tables);
    }

    private static Table outOfScope(BottlenecksDocument document) {
        return new Table(
                OUT_OF_SCOPE,
                document.outOfScope().stream()
                        .map(wait -> Table.row(
                                PlainNames.process(document.header(), wait.process()),
                                wait.from(),
                                wait.to(),
                                wait.n(),
                                wait.reason())));
    }

    private static Table alternations(BottlenecksDocument document) {
        return new Table(
                ALTERNATIONS,
                document.alternations().stream()
                        .map(pair -> Table.row(
                                PlainNames.process(document.header(), pair.process()),
                                pair.first(),
                                pair.second(),
                                pair.cases(),
                                pair.share(),
                                pair.stretches(),
                                pair.events(),
                                pair.againUs(),
                                pair.sample().get(0).key())));
    }

    private static Table unusual(BottlenecksDocument document) {
        return new Table(
                UNUSUAL,
                document.unusual().stream()
                        .map(step -> Table.row(
                                PlainNames.process(document.header(), step.process()),
                                step.from(),
                                step.to(),
                                step.n(),
                                step.medianUs(),
                                step.slow(),
                                step.slowFromUs(),
                                step.fast(),
                                step.fastBelowUs(),
                                step.slowest().isEmpty()
                                        ? null
                                        : step.slowest().get(0).us(),
                                step.slowest().isEmpty()
                                        ? null
                                        : step.slowest().get(0).reached().key())));
    }

    private static List<Object> row(DocumentHeader header, Bottleneck bottleneck) {
        return Table.row(
                PlainNames.process(header, bottleneck.process()),
                (long) bottleneck.rank(),
                bottleneck.from(),
                bottleneck.to(),
                bottleneck.recoverableUs(),
                bottleneck.share(),
                bottleneck.n(),
                bottleneck.cases(),
                bottleneck.targetUs(),
                bottleneck.againstDeclaredTarget() ? "declared" : "fastest quarter",
                bottleneck.p50Us(),
                bottleneck.p90Us(),
                Cell.coded(bottleneck.measure().symbol(), bottleneck.measure().words()),
                bottleneck.nWithoutStart(),
                bottleneck.concentration(),
                bottleneck.trend() == null
                        ? null
                        : Cell.coded(
                                bottleneck.trend().symbol(), bottleneck.trend().words()),
                bottleneck.findingId());
    }
}
