package com.opsatc.jobs.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name", "name"),
            Column.count("n", "n"),
            Column.duration("mean_us", "mean"),
            Column.share("share", "share"),
            Column.figure("value", "value"));

    private static Table table() {
        return new Table(
                COLUMNS,
                Stream.of(
                        Table.row(
                                "Müller, \"A\"",
                                12345L,
                                5_400_000_000L,
                                new BigDecimal("0.885122"),
                                Cell.figure(new BigDecimal("3"), Unit.COUNT)),
                        Table.row("=1+1", 1L, null, null, null)));
    }

    private static String text(Table table, Style style) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextTable.write(table, new PrintStream(bytes, true, StandardCharsets.UTF_8), style);

        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String csv(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvTable.write(table, bytes);

        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void text_alignsAndShowsUnits() {
        assertThat(text(table(), Style.PLAIN))
                .isEqualTo("name              n   mean   share  value\n"
                        + "Müller, \"A\"  12,345  1.5 h  88.5 %      3\n"
                        + "=1+1              1\n");
    }

    @Test
    void text_onAScreen_differsByEmphasisOnly() {
        String coloured = text(table(), Style.ANSI);

        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(text(table(), Style.PLAIN));
    }

    @Test
    void text_hostileAndLongNames_stayOneHarmlessLine() {
        Table table = new Table(
                List.of(Column.text("a", "a"), Column.count("n", "n")),
                Stream.of(Table.row("x\u001b[2J\n\u202Ey", 1L), Table.row("w".repeat(60), 2L)));

        assertThat(text(table, Style.PLAIN).lines())
                .containsExactly(
                        "a" + " ".repeat(49) + "n",
                        "x\\u001b[2J\\u000a\\u202ey" + " ".repeat(49 - 22) + "1",
                        "w".repeat(47) + "…  2");
    }

    @Test
    void csv_isExactQuotedAndDisarmed() {
        assertThat(csv(table()))
                .isEqualTo(
                        "name,n,mean_us,share,value,unit\n\"Müller, \"\"A\"\"\",12345,5400000000,0.885122,3,us\n'=1+1,1,,,,us\n");
    }

    @Test
    void coded_textShowsTheLabelAndCsvTheCode() {
        Supplier<Table> table = () -> new Table(
                List.of(Column.coded("state", "state"), Column.count("n", "n")),
                Stream.of(Table.row(Cell.coded("low-n", "few members"), 3L), Table.row(Cell.coded(null, ""), 4L)));

        assertThat(text(table.get(), Style.PLAIN)).isEqualTo("state        n\nfew members  3\n             4\n");
        assertThat(csv(table.get())).isEqualTo("state,n\nlow-n,3\n,4\n");
    }

    @Test
    void bound_peopleReadIt_andExactFormatsHaveNoValue() throws IOException {
        Supplier<Table> table = () -> new Table(
                List.of(Column.text("name", "name"), Column.figure("value", "value")),
                Stream.of(Table.row("a", Cell.moreThan(BigDecimal.valueOf(7), Unit.COUNT))));

        assertThat(text(table.get(), Style.PLAIN)).isEqualTo("name        value\na     more than 7\n");
        assertThat(csv(table.get())).isEqualTo("name,value\na,\n");
        ByteArrayOutputStream arrow = new ByteArrayOutputStream();
        ArrowTable.write(table.get(), arrow);
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader =
                        new ArrowStreamReader(new ByteArrayInputStream(arrow.toByteArray()), allocator)) {
            assertThat(reader.loadNextBatch()).isTrue();
            assertThat(reader.getVectorSchemaRoot().getVector("value").isNull(0))
                    .isTrue();
        }
    }

    @Test
    void csv_negativeFigure_isNotChanged() {
        Table table = new Table(List.of(Column.count("n", "n")), Stream.of(Table.row(-5L)));

        assertThat(csv(table)).isEqualTo("n\n-5\n");
    }

    @Test
    void arrow_severalBatches_areReadBackExactly() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Table many = new Table(
                COLUMNS,
                LongStream.range(0, 20_000)
                        .mapToObj(i -> i % 2 == 0
                                ? Table.row(
                                        "n" + i, i, -i, BigDecimal.ONE, Cell.figure(BigDecimal.valueOf(i), Unit.COUNT))
                                : Table.row(null, i, null, null, null)));
        ArrowTable.write(many, bytes);

        long rows = 0;
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader =
                        new ArrowStreamReader(new ByteArrayInputStream(bytes.toByteArray()), allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            assertThat(root.getSchema().getFields())
                    .extracting(field -> field.getName())
                    .containsExactly("name", "n", "mean_us", "share", "value", "unit");
            while (reader.loadNextBatch()) {
                for (int i = 0; i < root.getRowCount(); i++, rows++) {
                    boolean even = rows % 2 == 0;
                    assertThat(String.valueOf(root.getVector("name").getObject(i)))
                            .isEqualTo(even ? "n" + rows : "null");
                    assertThat(root.getVector("n").getObject(i)).isEqualTo(rows);
                    assertThat(root.getVector("mean_us").getObject(i)).isEqualTo(even ? -rows : null);
                    assertThat(root.getVector("value").getObject(i))
                            .isEqualTo(even ? BigDecimal.valueOf(rows).setScale(6) : null);
                }
            }
        }
        assertThat(rows).isEqualTo(20_000);
    }
}
