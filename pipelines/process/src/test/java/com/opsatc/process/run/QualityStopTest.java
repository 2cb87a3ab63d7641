package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.run.Platform.TestTenant;
import com.opsatc.tenancy.run.AttemptDocuments;
import com.opsatc.tenancy.run.Run;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QualityStopTest {
    private static final String HEADER = "ID,PO / SO #,Scheduled Delivery Date,Delivered to Client Date\n";

    /** The shipped rules ask that more than half of the lines have a delivered date. */
    @Test
    void run_aStreamThatFailsARule_stopsBeforeTheHead(@TempDir Path extracts) throws Exception {
        Files.writeString(extracts.resolve("1.csv"), HEADER + "1,A,2-Jun-06,2-Jun-06\n2,B,3-Jun-06,4-Jun-06\n");
        TestTenant tenant = Platform.tenant("quality-stop", "UTC")
                .with("lines", "usaid/scms-deliveries", extracts, "UTC", Map.of());
        RunOutcome good = tenant.run();
        assertThat(tenant.document(Documents.QUALITY).rules())
                .extracting(QualityDocument.RuleOutcome::outcome)
                .isNotEmpty()
                .containsOnly("passed");

        Files.writeString(extracts.resolve("2.csv"), HEADER + "3,C,2-Jun-06,\n4,C,2-Jun-06,\n5,D,2-Jun-06,\n");

        assertThatThrownBy(tenant::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUALITY_GATE))
                .hasMessageMatching(
                        "Nothing to publish for tenant quality-stop: source lines fails its quality gate: lines:"
                                + " Completeness \"delivered\" > 0.5 \\(measured Column.delivered.Completeness = 0.4\\); see all with"
                                + " 'opsatc quality --tenant quality-stop --attempt a[0-9]+'; deliver a corrected extract; where"
                                + " the extract is as it should be, its rules are in conf/quality");
        assertThat(tenant.<Long>published(published -> published.head().sequence()))
                .isEqualTo(good.headSequence());
    }

    /** The rule judged what was left of rows that did not fit: then the rule is not to blame. */
    @Test
    void run_aRuleThatFailsForRowsKeptOut_namesThemAndKeepsTheQualityDocument(@TempDir Path extracts) throws Exception {
        Files.writeString(extracts.resolve("1.csv"), HEADER + "1,A,2.6.2006,2.6.2006\n2,B,3.6.2006,4.6.2006\n");
        Files.writeString(extracts.resolve("0.csv.gz"), "not gzip");
        TestTenant tenant = Platform.tenant("quality-rows", "UTC")
                .with("lines", "usaid/scms-deliveries", extracts, "UTC", Map.of());

        assertThatThrownBy(tenant::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUALITY_GATE))
                .hasMessageContaining("2 rows of stream lines kept out, first 1.csv row 1, 2: the text of column ")
                .hasMessageContaining(" is not of its type or not in a format that the connector declares")
                .hasMessageContaining("; file 0.csv.gz refused: ")
                .hasMessageContaining("'opsatc tenant set quality-rows --set KEY=VALUE'")
                .hasMessageNotContaining("conf/quality");
        try (TenantScope scope = tenant.open(Purpose.READ)) {
            Run attempt = RunLedger.list(scope).get(0);
            assertThat(attempt.rows()).containsEntry("read", 2L).containsEntry("quarantined", 2L);
            QualityDocument kept = CanonicalJson.read(
                    AttemptDocuments.quality(scope, attempt.attemptId()).orElseThrow(), QualityDocument.class);
            assertThat(kept.header().runId()).isEqualTo(attempt.attemptId());
            assertThat(kept.files()).extracting(FileQuality::name).containsExactlyInAnyOrder("0.csv.gz", "1.csv");
            assertThat(kept.rules())
                    .extracting(QualityDocument.RuleOutcome::outcome)
                    .contains("failed");
        }
    }
}
