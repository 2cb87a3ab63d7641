package com.opsatc.boundary.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetTableTest {
    private static final LocalDate DAY = LocalDate.of(1969, 12, 31);

    @TempDir
    private Path folder;

    private record Row(String text, LocalDate day, Long whole, BigDecimal narrow) {}

    private static final List<Row> ROWS = List.of(
            new Row("Müller", DAY, Long.MIN_VALUE, new BigDecimal("-0.000001")),
            new Row("", DAY.plusDays(1), 0L, new BigDecimal("123456789012.000000")),
            new Row(null, DAY, null, null));

    private static ParquetTable<Row> table(ParquetPacking packing) {
        return new ParquetTable<>(
                "rows",
                List.of(
                        ParquetColumn.optionalText("text", Row::text),
                        ParquetColumn.day("day", Row::day),
                        ParquetColumn.optionalWhole("whole", Row::whole),
                        ParquetColumn.optionalDecimal("narrow", Row::narrow)),
                packing);
    }

    private static Row read(ParquetRecord found) {
        return new Row(found.text("text"), found.day("day"), found.whole("whole"), found.decimal("narrow"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "DICTIONARY"})
    void write_thenRead_givesTheRows(ParquetPacking packing) throws IOException {
        ParquetTable<Row> table = table(packing);
        Path file = Files.write(folder.resolve("rows.parquet"), table.bytes(ROWS));

        assertThat(table.read(file, ParquetTableTest::read)).isEqualTo(ROWS);
        assertThat(table.bytes(ROWS)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void write_noRows_isAFileWithItsColumns() throws IOException {
        ParquetTable<Row> table = table(ParquetPacking.DICTIONARY);
        Path file = Files.write(folder.resolve("rows.parquet"), table.bytes(List.of()));

        assertThat(table.read(file, ParquetTableTest::read)).isEmpty();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.getFileMetaData().getKeyValueMetaData()).isEmpty();
        }
    }

    @Test
    void wideDecimal_ofAnySignAndSize_isExact() throws IOException {
        List<BigDecimal> values = List.of(
                new BigDecimal("0.000000"),
                new BigDecimal("-1.000000"),
                new BigDecimal("99999999999999999999999999999999.999999"),
                new BigDecimal("-99999999999999999999999999999999.999999"));
        ParquetTable<BigDecimal> table = new ParquetTable<>(
                "wide", List.of(ParquetColumn.optionalWideDecimal("value", value -> value)), ParquetPacking.DICTIONARY);
        Path file = Files.write(folder.resolve("wide.parquet"), table.bytes(values));

        assertThat(table.read(
                        file,
                        found -> new BigDecimal(
                                new java.math.BigInteger(
                                        found.group().getBinary("value", 0).getBytes()),
                                6)))
                .isEqualTo(values);
        assertThatThrownBy(() -> table.bytes(List.of(new BigDecimal("0.0000001"))))
                .isInstanceOf(ArithmeticException.class);
    }
}
