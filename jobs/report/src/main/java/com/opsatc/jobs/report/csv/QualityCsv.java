package com.opsatc.jobs.report.csv;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.jobs.report.csv.CsvLink.Row;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of data quality as data, each with the rows that the page shows: as {@link CsvTables}. */
public record QualityCsv(TenantId tenant) {
    public QualityCsv {
        requireNonNull(tenant, "tenant");
    }

    public CsvLink files(List<FileQuality> files) {
        return CsvLink.of(
                tenant,
                "Files",
                "files",
                List.of(
                        "file",
                        "source",
                        "stream",
                        "status",
                        "sha256",
                        "bytes",
                        "read",
                        "admitted",
                        "quarantined",
                        "duplicate"),
                files.stream()
                        .map(each -> new Row(
                                each.name(),
                                each.source(),
                                each.stream(),
                                each.status(),
                                each.file().hex(),
                                each.bytes(),
                                each.read(),
                                each.admitted(),
                                each.quarantined(),
                                each.duplicate()))
                        .toList());
    }

    public CsvLink quarantine(List<QualityDocument.QuarantineCount> counts) {
        return CsvLink.of(
                tenant,
                "Quarantine",
                "quarantine",
                List.of("source", "stream", "reason", "rows"),
                counts.stream()
                        .map(each -> new Row(each.source(), each.stream(), each.reason(), each.rows()))
                        .toList());
    }

    public CsvLink rules(List<QualityDocument.RuleOutcome> rules) {
        return CsvLink.of(
                tenant,
                "Rules",
                "rules",
                List.of("outcome", "source", "stream", "rule", "measured"),
                rules.stream()
                        .map(each ->
                                new Row(each.outcome(), each.source(), each.stream(), each.rule(), each.measured()))
                        .toList());
    }

    public CsvLink checks(List<QualityDocument.LogCheck> checks) {
        return CsvLink.of(
                tenant,
                "Checks",
                "checks",
                List.of("process", "check", "n", "of"),
                checks.stream()
                        .map(each -> new Row(each.process(), each.check(), each.n(), each.of()))
                        .toList());
    }

    public CsvLink laws(List<QualityDocument.LawCheck> laws) {
        return CsvLink.of(
                tenant,
                "Conservation laws",
                "laws",
                List.of("law", "of", "equations"),
                laws.stream()
                        .map(each -> new Row(each.law().symbol(), each.of(), each.equations()))
                        .toList());
    }

    public CsvLink mappings(List<MappingCount> counts) {
        return CsvLink.of(
                tenant,
                "Mappings",
                "mappings",
                List.of("source", "stream", "mapping", "rows", "gave", "made", "without", "joins"),
                counts.stream()
                        .map(each -> new Row(
                                each.source(),
                                each.stream(),
                                each.mapping(),
                                each.rows(),
                                each.gave(),
                                each.made(),
                                each.without().stream()
                                        .map(reason -> reason.n() + " " + reason.reason())
                                        .collect(Collectors.joining(", ")),
                                each.joins().stream()
                                        .map(join -> join.partner() + ": " + join.found() + " of " + join.looked())
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    public CsvLink order(List<QualityDocument.OrderCheck> checks) {
        return CsvLink.of(
                tenant,
                "Order",
                "order",
                List.of("process", "subject", "earlier", "later", "n", "of"),
                checks.stream()
                        .map(each -> new Row(
                                each.process(), each.subject(), each.earlier(), each.later(), each.n(), each.of()))
                        .toList());
    }

    public CsvLink streams(List<StreamQuality> streams) {
        return CsvLink.of(
                tenant,
                "Streams",
                "streams",
                List.of(
                        "source",
                        "stream",
                        "cursor",
                        "files",
                        "dated",
                        "conflicts",
                        "redelivery",
                        "repeated",
                        "same_name",
                        "superseded",
                        "populations"),
                streams.stream()
                        .map(each -> new Row(
                                each.source(),
                                each.stream(),
                                each.cursor(),
                                each.files(),
                                each.dated(),
                                each.conflicts(),
                                each.redelivery(),
                                each.repeated(),
                                each.sameName(),
                                each.superseded().size(),
                                each.populations()))
                        .toList());
    }
}
