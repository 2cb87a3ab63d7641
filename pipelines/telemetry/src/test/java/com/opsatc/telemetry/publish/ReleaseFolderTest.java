package com.opsatc.telemetry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.telemetry.release.SeededRelease;
import com.opsatc.telemetry.testing.SampleManifests;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFolderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);

    @TempDir
    private Path temporary;

    private ReleaseFolder folder;

    @BeforeEach
    void open() {
        folder = ReleaseFolder.open(temporary.resolve("release"));
    }

    @Test
    void read_publishedDay_givesItsRowsBack() {
        PublishedDay day = day(7);

        folder.publish(day);

        assertThat(folder.read(DAY)).isEqualTo(day);
        assertThat(folder.days()).containsExactly(DAY);
    }

    @Test
    void read_withheldDay_givesAbsentValuesBack() {
        PublishedDay day = new SeededRelease(SampleManifests.shipped(), 1)
                .withheld(DAY, ReleaseStatus.SUPPRESSED_BUDGET)
                .days()
                .get(0);

        folder.publish(day);

        assertThat(folder.read(DAY)).isEqualTo(day);
    }

    @Test
    void publish_sameDayAgain_changesNothing() throws IOException {
        folder.publish(day(7));
        byte[] before = Files.readAllBytes(cells());

        folder.publish(day(7));

        assertThat(cells()).hasBinaryContent(before);
    }

    @Test
    void publish_otherFiguresForADay_isRefused() throws IOException {
        folder.publish(day(7));
        byte[] before = Files.readAllBytes(cells());

        assertThatThrownBy(() -> folder.publish(day(8)))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage(
                        "Cannot publish telemetry of 2026-03-29: the day is published with other figures, and a release is"
                                + " never changed; leave it as it is");
        assertThat(cells()).hasBinaryContent(before);
    }

    @Test
    void days_processKilledBeforeTheDayAppeared_areNotSeenAndRemoved() throws IOException {
        Path left = PrivateDirectory.create(temporary.resolve("release/days/.2026-03-30.17"));
        Files.write(left.resolve("release.parquet"), new byte[] {'P', 'A'});

        assertThat(folder.days()).isEmpty();
        assertThat(folder.published(DAY.plusDays(1))).isFalse();
        folder.discardAbandoned();
        assertThat(left).doesNotExist();
    }

    @Test
    void file_ofTheRelease_saysNothingButItsRows() throws IOException {
        folder.publish(day(7));

        try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(cells()))) {
            assertThat(file.getFileMetaData().getKeyValueMetaData()).isEmpty();
            assertThat(file.getFileMetaData().getCreatedBy()).startsWith("parquet-mr version 1.18.1 (build ");
            assertThat(file.getFileMetaData().getSchema().getType("day").getLogicalTypeAnnotation())
                    .isEqualTo(LogicalTypeAnnotation.dateType());
            assertThat(file.getRecordCount()).isEqualTo(24);
        }
    }

    @Test
    void read_cutFile_saysWhichAndNotWhat() throws IOException {
        folder.publish(day(7));
        byte[] whole = Files.readAllBytes(cells());
        Files.write(cells(), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> folder.read(DAY))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE))
                .hasMessageMatching("Cannot read .*cell.parquet: \\w+; put back the file as it was written");
    }

    @Test
    void read_otherTable_isRefused() throws IOException {
        folder.publish(day(7));
        Files.copy(cells().resolveSibling("release.parquet"), cells(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> folder.read(DAY))
                .isInstanceOf(PipelineException.class)
                .hasMessageEndingWith("its columns are not those of table cell; put back the file as it was written");
    }

    @Test
    void replace_windowsAndLedger_givesThemBack() {
        List<WindowRow> windows =
                List.of(window(new BigDecimal("0.012500"), Precision.OK), window(null, Precision.SUPPRESSED));
        List<LedgerRow> ledger = List.of(
                new LedgerRow(DAY, "activity", ReleaseStatus.LOST, "9/31250", "9/3125", new BigDecimal("0.325090")));

        folder.replaceWindows(List.of());
        folder.replaceWindows(windows);
        folder.replaceLedger(ledger);

        assertThat(folder.windows()).isEqualTo(windows);
        assertThat(folder.ledger()).isEqualTo(ledger);
    }

    @Test
    void bytes_sameRows_areTheSame() {
        assertThat(CellTable.TABLE.bytes(day(7).cells())).isEqualTo(CellTable.TABLE.bytes(day(7).cells()));
    }

    private static WindowRow window(BigDecimal value, Precision precision) {
        return new WindowRow(7, DAY, "error_ratio", "", "all", "ratio", value, value, value, precision, 3, null);
    }

    private static PublishedDay day(long units) {
        return new SeededRelease(SampleManifests.shipped(), 1)
                .released(DAY, block -> units)
                .days()
                .get(0);
    }

    private Path cells() {
        return temporary.resolve("release/days/2026-03-29/cell.parquet");
    }
}
