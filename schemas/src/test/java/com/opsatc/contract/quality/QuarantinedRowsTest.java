package com.opsatc.contract.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.id.Sha256;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class QuarantinedRowsTest {
    @Test
    void of_files_addsTheirRowsUpAndSaysTheShare() {
        QuarantinedRows rows = QuarantinedRows.of(Stream.of(file(1000, 2), file(2456, 10)));

        assertThat(rows).isEqualTo(new QuarantinedRows(12, 3456));
        assertThat(rows.share()).isEqualTo(new BigDecimal("0.003472"));
        assertThat(rows.text()).isEqualTo("12 of 3,456 rows (0.3 %)");
    }

    @Test
    void of_noFiles_isNoneOfNone() {
        assertThat(QuarantinedRows.of(Stream.of()).text()).isEqualTo("0 of 0 rows (0.0 %)");
    }

    @Test
    void rows_moreThanRead_isRefused() {
        assertThatThrownBy(() -> new QuarantinedRows(2, 1))
                .hasMessage("Invalid count of rows in quarantine: they are some of those read");
    }

    @Test
    void of_rowsDeliveredAgain_areCountedOnce() {
        assertThat(QuarantinedRows.of(Stream.of(file(10, 1, 6)))).isEqualTo(new QuarantinedRows(1, 4));
    }

    private static FileQuality file(long read, long quarantined) {
        return file(read, quarantined, 0);
    }

    private static FileQuality file(long read, long quarantined, long duplicate) {
        return new FileQuality(
                "erp",
                "orders",
                Sha256.of("f"),
                "f.csv",
                FileQuality.ADMITTED,
                null,
                1,
                read,
                read - quarantined - duplicate,
                quarantined,
                duplicate);
    }
}
