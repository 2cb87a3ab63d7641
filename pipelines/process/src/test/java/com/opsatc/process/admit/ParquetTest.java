package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.Inventory;
import com.opsatc.process.admit.read.KnownFiles;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.testing.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParquetTest {
    private static final String CONNECTOR = """
        id: shop/rows
        version: 1
        system: shop
        process: rows
        title: Rows
        description: Rows.
        case-notion: row
        streams:
          rows:
            description: Rows.
            files: "*.parquet, *.csv"
            format: [csv, parquet]
            columns:
              id: {from: ID, type: integer, required: true, description: Id.}
              price: {from: Price, type: decimal, description: Price.}
              share: {from: Share, type: decimal, description: Share.}
              day: {from: Day, type: date, description: Day.}
              at: {from: At, type: instant, description: With zone.}
              local_at: {from: Local At, type: instant, description: Without zone.}
              open: {from: Open, type: boolean, description: Open.}
              note: {from: "note:text", type: string, description: Note.}
              absent: {from: Absent, type: string, description: Not there.}
        events:
          - {stream: rows, case: id, activity: "'Row'", time: at}
        """;

    @TempDir
    private Path folder;

    @Test
    void read_everyType_givesTheValuesThatItsTextWouldGive() throws Exception {
        write("rows.parquet");
        Files.writeString(
                folder.resolve("rows.csv"),
                "id,price,share,day,at,local at,open,note:text\n"
                        + "1,12.50,0.25,2024-02-29,2024-03-01T10:00:00.123456Z,2024-03-01T10:00:00,true,ä\n"
                        + "2,,,,,,,\n");

        Admitted admitted = Admitted.of(Connectors.parse(CONNECTOR), folder, Map.of());

        assertThat(admitted.batches().get("rows").quarantined().collectAsList()).isEmpty();
        List<Row> rows = admitted.batches().get("rows").accepted().collectAsList();
        List<List<Object>> values = rows.stream()
                .map(row -> Arrays.asList(new Object[] {
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    row.get(4),
                    row.get(5),
                    row.get(6),
                    row.get(7),
                    row.get(8),
                    row.getAs("_row")
                }))
                .toList();
        assertThat(values).hasSize(4);
        assertThat(values.subList(0, 2)).containsExactlyInAnyOrderElementsOf(values.subList(2, 4));
        assertThat(admitted.batches()
                        .get("rows")
                        .accepted()
                        .selectExpr("min(unix_micros(at))", "min(unix_micros(local_at))", "min(price)", "min(day)")
                        .head()
                        .toString())
                // The source's zone is Berlin: 10:00 there is 09:00 in UTC.
                .isEqualTo("[1709287200123456,1709283600000000,12.500000000,2024-02-29]");
    }

    @Test
    void inspect_aParquetFileCutOrWithoutARequiredColumn_isRefused() throws Exception {
        Path whole = write("whole.parquet");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, 4, bytes.length / 4, (byte) 0x5A);
        Files.write(folder.resolve("damaged.parquet"), damaged);

        List<ExtractFile> files = Inventory.inspect(
                new SourceSpec("source", Connectors.parse(CONNECTOR), folder, ZoneOffset.UTC, Map.of()),
                KnownFiles.NONE,
                ProgressSink.NONE);
        List<ExtractFile> lacking = Inventory.inspect(
                new SourceSpec(
                        "source",
                        Connectors.parse(CONNECTOR.replace("from: ID", "from: Number")),
                        whole,
                        ZoneOffset.UTC,
                        Map.of()),
                KnownFiles.NONE,
                ProgressSink.NONE);

        assertThat(files.stream().map(file -> file.name() + " " + file.reason() + " " + file.read()))
                .containsExactly(
                        "cut.parquet damaged-parquet 0", "damaged.parquet damaged-parquet 0", "whole.parquet null 2");
        assertThat(lacking).extracting(ExtractFile::reason).containsExactly("missing-column:Number");
    }

    private Path write(String name) throws Exception {
        Path out = folder.resolveSibling(folder.getFileName() + "-" + name);
        LocalSpark.session()
                .sql("SELECT * FROM VALUES (1L, CAST(12.5 AS DECIMAL(10,2)), 0.25D, DATE'2024-02-29',"
                        + " TIMESTAMP'2024-03-01 10:00:00.123456', TIMESTAMP_NTZ'2024-03-01 10:00:00', true, 'ä'),"
                        + " (2L, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"
                        + " AS t(id, price, share, day, at, `local at`, open, `note:text`)")
                .coalesce(1)
                .write()
                .parquet(out.toString());
        try (Stream<Path> parts = Files.list(out)) {
            Path part = parts.filter(each -> each.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            return Files.copy(part, folder.resolve(name));
        }
    }
}
