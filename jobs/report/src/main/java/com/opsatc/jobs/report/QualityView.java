package com.opsatc.jobs.report;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.Reason;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.QualityCsv;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read, and what became of it: refusals first, then files, quarantine, rules, checks of the event log, and the laws that hold.
 *
 * @param alerts what a reader must know before the figures, each a sentence; empty when all is well
 */
record QualityView(
        List<String> alerts,
        String files,
        String read,
        String admitted,
        String quarantined,
        String duplicate,
        List<FileRow> refused,
        Rows<FileRow> delivered,
        Rows<QuarantineRow> quarantine,
        Rows<RuleRow> rules,
        List<CheckRow> checks,
        MappingView mapped,
        List<StreamRow> streams,
        Held held,
        CsvLink deliveredCsv,
        CsvLink quarantineCsv,
        CsvLink rulesCsv,
        CsvLink checksCsv,
        CsvLink mappingsCsv,
        CsvLink orderCsv,
        CsvLink streamsCsv) {
    private static final int MOST_FILES = 200;
    private static final int MOST_REASONS = 100;
    private static final int MOST_RULES = 300;
    private static final int MOST_PLACES = 5;

    /** @param aside why its rows do not count though it was delivered; empty where they do */
    record FileRow(
            String name,
            String aside,
            String source,
            String digest,
            String whole,
            String reason,
            String bytes,
            String read,
            String admitted,
            String quarantined,
            String duplicate) {}

    record QuarantineRow(String source, String reason, String rows, List<Cited.Place> places) {}

    record RuleRow(String source, String rule, boolean failed, String outcome, String measured) {}

    record StreamRow(
            String stream, String cursor, String dated, String conflicts, String repeated, String superseded) {}

    record CheckRow(String process, String check, String n, String of, String share) {}

    /** The conservation laws that the run's documents keep, with how many equations of each hold; a broken one has no page. */
    record Held(String equations, List<LawRow> laws, CsvLink csv) {
        static Held of(QualityDocument quality, QualityCsv csv) {
            return new Held(
                    PageFigures.count(quality.laws().stream()
                            .mapToLong(QualityDocument.LawCheck::equations)
                            .sum()),
                    quality.laws().stream()
                            .map(law -> new LawRow(
                                    Words.name(quality.header().titleOf(law.of())),
                                    law.law().words(),
                                    law.equations() == 0 ? "nothing to hold" : PageFigures.count(law.equations())))
                            .toList(),
                    csv.laws(quality.laws()));
        }
    }

    /** @param says what is one number */
    record LawRow(String of, String says, String equations) {}

    static QualityView of(QualityDocument quality) {
        List<FileRow> refused = quality.files().stream()
                .filter(QualityView::refused)
                .map(QualityView::file)
                .toList();
        List<FileQuality> delivered =
                quality.files().stream().filter(file -> !refused(file)).toList();
        List<QualityDocument.RuleOutcome> rules = quality.rules().stream()
                .sorted(Comparator.comparing(QualityView::failed).reversed())
                .toList();
        QualityCsv csv = new QualityCsv(quality.header().tenant());

        return new QualityView(
                alerts(quality, refused.size()),
                PageFigures.count(quality.files().size()),
                sum(quality, FileQuality::read),
                sum(quality, FileQuality::admitted),
                sum(quality, FileQuality::quarantined),
                sum(quality, FileQuality::duplicate),
                refused,
                Rows.first(MOST_FILES, delivered.stream().map(QualityView::file).toList()),
                Rows.first(
                        MOST_REASONS,
                        quality.quarantine().stream()
                                .map(QualityView::quarantine)
                                .toList()),
                Rows.first(MOST_RULES, rules.stream().map(QualityView::rule).toList()),
                quality.log().stream()
                        .map(check -> check(check, quality.header()))
                        .toList(),
                MappingView.of(quality.mappings(), quality.order(), quality.header()),
                quality.streams().stream().map(QualityView::stream).toList(),
                Held.of(quality, csv),
                csv.files(delivered.stream().limit(MOST_FILES).toList()),
                csv.quarantine(quality.quarantine().stream().limit(MOST_REASONS).toList()),
                csv.rules(rules.stream().limit(MOST_RULES).toList()),
                csv.checks(quality.log()),
                csv.mappings(quality.mappings()),
                csv.order(quality.order()),
                csv.streams(quality.streams()));
    }

    private static List<String> alerts(QualityDocument quality, int refused) {
        List<String> alerts = new java.util.ArrayList<>();
        if (refused > 0) {
            alerts.add(plural(refused, "file was", "files were") + " refused whole.");
        }
        long failed = quality.rules().stream().filter(QualityView::failed).count();
        if (failed > 0) {
            alerts.add(plural(failed, "quality rule", "quality rules") + " failed.");
        }
        long rows = quality.files().stream().mapToLong(FileQuality::quarantined).sum();
        if (rows > 0) {
            long read = quality.files().stream().mapToLong(FileQuality::read).sum();
            alerts.add(plural(rows, "row is", "rows are") + " in quarantine (" + PageFigures.share(rows, read)
                    + " of those read).");
        }
        long conflicts =
                quality.streams().stream().mapToLong(StreamQuality::conflicts).sum();
        if (conflicts > 0) {
            alerts.add(plural(conflicts, "record is", "records are")
                    + " in conflict: nothing tells which version is newer.");
        }
        long repeated =
                quality.streams().stream().mapToLong(StreamQuality::repeated).sum();
        if (repeated > 0) {
            alerts.add(plural(repeated, "row", "rows") + " that several files hold alike "
                    + (repeated == 1 ? "counts" : "count") + " as delivered again.");
        }
        long withdrawn = quality.files().stream()
                .filter(file -> file.status().equals(FileQuality.WITHDRAWN))
                .count();
        if (withdrawn > 0) {
            alerts.add(plural(withdrawn, "file was", "files were") + " withdrawn: " + (withdrawn == 1 ? "its" : "their")
                    + " rows count nowhere.");
        }
        long superseded = quality.streams().stream()
                .mapToLong(stream -> stream.superseded().size())
                .sum();
        if (superseded > 0) {
            alerts.add(plural(superseded, "file stands", "files stand") + " aside for a later one of the same name.");
        }

        alerts.addAll(MappingView.alerts(quality.mappings(), quality.order()));
        return List.copyOf(alerts);
    }

    private static String plural(long n, String one, String many) {
        return PageFigures.count(n) + " " + (n == 1 ? one : many);
    }

    private static String sum(QualityDocument quality, java.util.function.ToLongFunction<FileQuality> part) {
        return PageFigures.count(quality.files().stream().mapToLong(part).sum());
    }

    private static boolean refused(FileQuality file) {
        return file.status().equals(FileQuality.REFUSED);
    }

    private static String aside(FileQuality file) {
        return switch (file.status()) {
            case FileQuality.WITHDRAWN -> "withdrawn: its rows count nowhere";
            case FileQuality.SUPERSEDED -> "stands aside for a later file of its name";
            default -> "";
        };
    }

    private static boolean failed(QualityDocument.RuleOutcome rule) {
        return !rule.outcome().equals("passed");
    }

    private static FileRow file(FileQuality file) {
        return new FileRow(
                Words.name(file.name()),
                aside(file),
                stream(file.source(), file.stream()),
                Cited.shortened(file.file().hex()),
                file.file().hex(),
                file.reason() == null ? "No reason was recorded." : Words.sentence(Reason.sentence(file.reason())),
                bytes(file.bytes()),
                PageFigures.count(file.read()),
                PageFigures.count(file.admitted()),
                PageFigures.count(file.quarantined()),
                PageFigures.count(file.duplicate()));
    }

    private static QuarantineRow quarantine(QualityDocument.QuarantineCount count) {
        return new QuarantineRow(
                stream(count.source(), count.stream()),
                Words.sentence(Reason.sentence(count.reason())),
                PageFigures.count(count.rows()),
                count.sample().stream()
                        .limit(MOST_PLACES)
                        .map(Cited.Place::of)
                        .collect(Collectors.toUnmodifiableList()));
    }

    private static RuleRow rule(QualityDocument.RuleOutcome rule) {
        return new RuleRow(
                stream(rule.source(), rule.stream()),
                Words.sentence(rule.rule()),
                failed(rule),
                Words.name(rule.outcome()),
                rule.measured() == null ? "–" : Words.name(rule.measured()));
    }

    private static CheckRow check(QualityDocument.LogCheck check, DocumentHeader header) {
        return new CheckRow(
                Words.name(header.titleOf(check.process())),
                Words.name(check.check()).replace('-', ' '),
                PageFigures.count(check.n()),
                PageFigures.count(check.of()),
                PageFigures.share(check.n(), check.of()));
    }

    private static StreamRow stream(StreamQuality stream) {
        return new StreamRow(
                stream(stream.source(), stream.stream()),
                stream.cursor().equals(StreamQuality.NONE)
                        ? "–"
                        : Words.name(stream.cursor()).replace('-', ' '),
                PageFigures.count(stream.dated()) + " of " + PageFigures.count(stream.files()),
                PageFigures.count(stream.conflicts()),
                stream.redelivery() == null
                        ? "–"
                        : PageFigures.count(stream.repeated()) + " (" + Words.name(stream.redelivery()) + ")",
                PageFigures.count(stream.superseded().size()));
    }

    private static String stream(String source, String stream) {
        return Words.name(source) + " / " + Words.name(stream);
    }

    private static String bytes(long bytes) {
        return bytes < 1024
                ? bytes + PageFigures.SPACE + "B"
                : bytes < 1024 * 1024
                        ? PageFigures.count(bytes / 1024) + PageFigures.SPACE + "KiB"
                        : PageFigures.count(bytes / (1024 * 1024)) + PageFigures.SPACE + "MiB";
    }
}
