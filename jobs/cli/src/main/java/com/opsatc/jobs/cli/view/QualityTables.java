package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.quality.Reason;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Files, streams, quarantine reasons, rules, log checks, mappings, broken orders and the laws that hold, a table each. */
final class QualityTables {
    private static final int SHORT_DIGEST = 12;
    private static final List<Column> FILES = List.of(
            Column.text("source", "source"),
            Column.text("stream", "stream"),
            Column.text("name", "file"),
            Column.coded("status", "status"),
            Column.count("read", "read"),
            Column.count("admitted", "admitted"),
            Column.count("quarantined", "quarantined"),
            Column.count("duplicate", "duplicate"),
            Column.count("bytes", "bytes"),
            Column.text("reason", "why"),
            Column.symbol("sha256"));
    private static final List<Column> STREAMS = List.of(
            Column.text("source", "source"),
            Column.text("stream", "stream"),
            Column.coded("cursor", "newer by"),
            Column.count("files", "files"),
            Column.count("dated", "dated"),
            Column.text("decided", "decided"),
            Column.count("conflicts", "in conflict"),
            Column.coded("redelivery", "redelivery"),
            Column.count("repeated", "repeated"),
            Column.coded("same_name", "same name"),
            Column.text("superseded", "superseded"),
            Column.count("populations", "populations"));
    private static final List<Column> QUARANTINE = List.of(
            Column.text("source", "source"),
            Column.text("stream", "stream"),
            Column.count("rows", "rows"),
            Column.text("first", "first place"),
            Column.coded("reason", "why"));
    private static final List<Column> RULES = List.of(
            Column.text("source", "source"),
            Column.text("stream", "stream"),
            Column.coded("outcome", "outcome"),
            Column.text("rule", "rule"),
            Column.text("measured", "measured"));
    private static final List<Column> CHECKS = List.of(
            Column.coded("process", "process"),
            Column.coded("check", "check"),
            Column.count("n", "n"),
            Column.count("of", "of"));

    private static final List<Column> MAPPINGS = List.of(
            Column.text("source", "source"),
            Column.text("stream", "stream"),
            Column.text("mapping", "mapping"),
            Column.count("rows", "rows"),
            Column.count("gave", "gave"),
            Column.count("made", "made"),
            Column.text("without", "gave nothing"),
            Column.text("joins", "joins found"));
    private static final List<Column> ORDER = List.of(
            Column.coded("process", "process"),
            Column.text("subject", "of"),
            Column.text("earlier", "must come first"),
            Column.text("later", "must come later"),
            Column.count("n", "broken"),
            Column.count("both", "of"));
    private static final List<Column> LAWS = List.of(
            Column.coded("law", "what is one number"),
            Column.coded("of", "of"),
            Column.count("equations", "equations that hold"));

    private QualityTables() {}

    static List<DocumentView.Titled> of(QualityDocument document) {
        Table files = new Table(
                FILES,
                document.files().stream()
                        .map(file -> Table.row(
                                file.source(),
                                file.stream(),
                                file.name(),
                                PlainNames.cell(file.status()),
                                file.read(),
                                file.admitted(),
                                file.quarantined(),
                                file.duplicate(),
                                file.bytes(),
                                file.reason() == null ? null : Reason.sentence(file.reason()),
                                file.file().hex())));
        Table streams = new Table(
                STREAMS,
                document.streams().stream()
                        .map(stream -> Table.row(
                                stream.source(),
                                stream.stream(),
                                PlainNames.cell(stream.cursor()),
                                stream.files(),
                                stream.dated(),
                                decided(stream),
                                stream.conflicts(),
                                PlainNames.cell(stream.redelivery()),
                                stream.repeated(),
                                PlainNames.cell(stream.sameName()),
                                superseded(stream),
                                stream.populations())));
        Table quarantine = new Table(
                QUARANTINE,
                document.quarantine().stream()
                        .map(count -> Table.row(
                                count.source(),
                                count.stream(),
                                count.rows(),
                                place(count),
                                Cell.coded(count.reason(), Reason.sentence(count.reason())))));
        Table rules = new Table(
                RULES,
                document.rules().stream()
                        .map(rule -> Table.row(
                                rule.source(),
                                rule.stream(),
                                PlainNames.cell(rule.outcome()),
                                rule.rule(),
                                rule.measured())));
        Table checks = new Table(
                CHECKS,
                document.log().stream()
                        .map(check -> Table.row(
                                PlainNames.process(document.header(), check.process()),
                                PlainNames.cell(check.check()),
                                check.n(),
                                check.of())));

        return List.of(
                new DocumentView.Titled("", "Files", files),
                new DocumentView.Titled("streams", "Streams", streams),
                new DocumentView.Titled("quarantine", "Quarantine", quarantine),
                new DocumentView.Titled("rules", "Rules", rules),
                new DocumentView.Titled("event-log", "Event log", checks),
                new DocumentView.Titled("mappings", "Mappings", mappings(document)),
                new DocumentView.Titled("order", "Order", order(document)),
                new DocumentView.Titled("laws", "Conservation laws", laws(document)));
    }

    private static Table mappings(QualityDocument document) {
        return new Table(
                MAPPINGS,
                document.mappings().stream()
                        .map(count -> Table.row(
                                count.source(),
                                count.stream(),
                                count.mapping(),
                                count.rows(),
                                count.gave(),
                                count.made(),
                                count.without().stream()
                                        .map(each -> each.n() + " " + PlainNames.of(each.reason()))
                                        .collect(Collectors.joining(", ")),
                                count.joins().stream()
                                        .map(join -> join.partner() + " " + join.found() + " of " + join.looked())
                                        .collect(Collectors.joining(", ")))));
    }

    private static Table order(QualityDocument document) {
        return new Table(
                ORDER,
                document.order().stream()
                        .map(each -> Table.row(
                                PlainNames.process(document.header(), each.process()),
                                each.subject(),
                                each.earlier(),
                                each.later(),
                                each.n(),
                                each.of())));
    }

    private static Table laws(QualityDocument document) {
        return new Table(
                LAWS,
                document.laws().stream()
                        .map(each -> Table.row(
                                Cell.coded(each.law().symbol(), each.law().words()),
                                PlainNames.process(document.header(), each.of()),
                                each.equations())));
    }

    /** Records whose versions differ, by what told them apart. */
    private static String decided(StreamQuality stream) {
        return new TreeMap<>(stream.decided())
                .entrySet().stream()
                        .map(by -> PlainNames.of(by.getKey()) + " " + by.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String superseded(StreamQuality stream) {
        return stream.superseded().stream()
                .map(file -> file.rows() + " rows of file " + file.file().hex().substring(0, SHORT_DIGEST) + ", "
                        + file.name())
                .collect(Collectors.joining("; "));
    }

    private static String place(QualityDocument.QuarantineCount count) {
        return count.sample().stream()
                .findFirst()
                .map(at -> "file " + at.file().hex().substring(0, SHORT_DIGEST) + " row " + at.row())
                .orElse(null);
    }
}
