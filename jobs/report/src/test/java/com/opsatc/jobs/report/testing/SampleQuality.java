package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.document.QualityDocument.RuleOutcome;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.contract.quality.StreamQuality;
import com.opsatc.contract.quality.StreamQuality.SupersededFile;
import java.util.List;
import java.util.Map;

/** What was read for the sample tenant. */
final class SampleQuality {
    private SampleQuality() {}

    static QualityDocument document() {
        return new QualityDocument(
                SampleDocuments.header("quality"),
                List.of(
                        file("sap", "vbak", "vbak_2026-06-30.csv", 482_130, 1_271, 1_271, 0, 0),
                        file("sap", "vbap", "vbap_2026-06-30.csv", 1_482_130, 2_290, 2_274, 4, 12),
                        file("sap", "likp", "likp_2026-06-30.csv.gz", 98_511, 2_104, 2_104, 0, 0),
                        new FileQuality(
                                "sap",
                                "lips",
                                Sha256.of("lips"),
                                "lips_2026-06-30.csv.gz",
                                FileQuality.REFUSED,
                                "The gzip stream ends early: the file was cut in transfer; deliver it again.",
                                51_200,
                                0,
                                0,
                                0,
                                0),
                        file("servicenow", "incident", "incident.csv", 3_811_002, 3_450, 3_432, 18, 0),
                        file("servicenow", "sys_audit", "sys_audit.csv", 9_120_411, 21_804, 21_650, 0, 154)),
                List.of(
                        new QuarantineCount("sap", "vbap", "type:kwmeng", 4, places("sap", "vbap", 4)),
                        new QuarantineCount(
                                "servicenow",
                                "incident",
                                "required:opened_at",
                                18,
                                places("servicenow", "incident", 9))),
                List.of(
                        new RuleOutcome("sap", "vbap", "IsComplete \"vbeln\"", "passed", "1.0"),
                        new RuleOutcome("sap", "vbap", "ColumnValues \"kwmeng\" >= 0", "passed", "1.0"),
                        new RuleOutcome(
                                "servicenow",
                                "incident",
                                "Completeness \"assignment_group\" > 0.95",
                                "failed",
                                "0.912"),
                        new RuleOutcome("servicenow", "incident", "RowCount > 0", "passed", null)),
                List.of(
                        new LogCheck("order-to-cash", "ties", 31, 7_420),
                        new LogCheck("order-to-cash", "one-event-cases", 3, 1_240),
                        new LogCheck("incident", "ties", 0, 21_650)),
                List.of(
                        stream(
                                "sap",
                                "vbap",
                                StreamQuality.DELIVERY,
                                Map.of(StreamQuality.DELIVERY, 12L),
                                2,
                                List.of()),
                        stream(
                                "servicenow",
                                "incident",
                                StreamQuality.COLUMN,
                                Map.of(),
                                0,
                                List.of(new SupersededFile(
                                        Sha256.of("earlier"), "incident.csv", Sha256.of("incident"), 3_440)))),
                List.of(
                        new MappingCount(
                                "sap",
                                "lips",
                                "event 3, Post goods issue",
                                2_100,
                                1_900,
                                1_850,
                                List.of(
                                        new Excluded(MappingCount.NO_PARTNER, 90),
                                        new Excluded(MappingCount.NO_TIME, 110)),
                                List.of(new MappingCount.JoinCount("likp", 2_100, 2_010, false))),
                        new MappingCount("sap", "vbak", "object order", 1_271, 1_271, 1_271, List.of(), List.of())),
                List.of(new OrderCheck("order-to-cash", "case", "Create order", "Post goods issue", 12, 1_180)));
    }

    private static FileQuality file(
            String source,
            String stream,
            String name,
            long bytes,
            long read,
            long admitted,
            long quarantined,
            long duplicate) {
        return new FileQuality(
                source,
                stream,
                Sha256.of(stream),
                name,
                FileQuality.ADMITTED,
                null,
                bytes,
                read,
                admitted,
                quarantined,
                duplicate);
    }

    private static StreamQuality stream(
            String source,
            String stream,
            String cursor,
            Map<String, Long> decided,
            long conflicts,
            List<SupersededFile> superseded) {
        return new StreamQuality(source, stream, cursor, 1, 1, decided, conflicts, null, 0, "add", superseded, 0);
    }

    private static List<Citation> places(String system, String stream, int n) {
        return java.util.stream.IntStream.rangeClosed(1, n)
                .mapToObj(i -> new Citation(system, Sha256.of(stream), 17L * i))
                .toList();
    }
}
