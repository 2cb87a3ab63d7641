package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.Documents;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.QualityDocument;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.process.publish.Platform.TestTenant;
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
        assertThat(tenant.document(Documents.QUALITY, QualityDocument.class).rules())
                .extracting(QualityDocument.RuleOutcome::outcome)
                .isNotEmpty()
                .containsOnly("passed");

        Files.writeString(extracts.resolve("2.csv"), HEADER + "3,C,2-Jun-06,\n4,C,2-Jun-06,\n5,D,2-Jun-06,\n");

        assertThatThrownBy(tenant::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUALITY_GATE))
                .hasMessageContaining(
                        "lines: Completeness \"delivered\" > 0.5 (measured Column.delivered.Completeness = 0.4)");
        assertThat(tenant.<Long>published(published -> published.head().sequence()))
                .isEqualTo(good.headSequence());
    }
}
