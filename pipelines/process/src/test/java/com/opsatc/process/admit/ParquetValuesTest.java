package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.run.ProgressSink;
import com.opsatc.process.admit.parquet.ParquetBudget;
import com.opsatc.process.admit.parquet.ParquetInput;
import com.opsatc.process.admit.parquet.ParquetRecords;
import com.opsatc.process.admit.read.ExtractFile;
import com.opsatc.process.admit.read.Inventory;
import com.opsatc.process.admit.read.KnownFiles;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.tenancy.source.ReadOnlySource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written value by value, without a session. */
final class ParquetValuesTest {
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
            files: "*.parquet"
            format: parquet
            columns:
              id: {from: id, type: TYPE, required: true, description: Id.}
        events:
          - {stream: rows, case: id, activity: "'Row'", time: id}
        """;

    @TempDir
    private Path folder;

    @Test
    void values_ofEveryTypeOfId_areItsOneCanonicalText() throws Exception {
        UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();

        assertThat(ids("fixed_len_byte_array(16) id (UUID)", row -> row.add("id", Binary.fromConstantByteArray(bytes))))
                .containsExactly(uuid.toString());
        assertThat(ids("int64 id (INTEGER(64,false))", row -> row.add("id", -1L)))
                .containsExactly("18446744073709551615");
        assertThat(ids("int32 id (INTEGER(32,false))", row -> row.add("id", -1)))
                .containsExactly("4294967295");
        assertThat(ids("int64 id", row -> row.add("id", -1L))).containsExactly("-1");
        assertThat(ids("double id", row -> row.add("id", 7337.0))).containsExactly("7337");
        assertThat(ids("double id", row -> row.add("id", 1e20))).containsExactly("100000000000000000000");
        assertThat(ids("double id", row -> row.add("id", -0.0))).containsExactly("0");
        assertThat(ids("float id", row -> row.add("id", 0.5f))).containsExactly("0.5");
        assertThat(ids("int64 id (DECIMAL(10,2))", row -> row.add("id", 100L))).containsExactly("1.00");
        assertThat(ids("int32 id (TIME(MILLIS,true))", row -> row.add("id", 90_000_000)))
                .containsExactly("not a time of day");
    }

    @Test
    void inspection_ofColumnsThatHaveNoText_refusesTheFileAndNamesThem() throws Exception {
        String list = "optional group id (LIST) { repeated group list { optional binary element (STRING); } }";
        assertThat(reason("string", list, row -> items(row, "o1", "o2"))).isEqualTo("nested-column:id");
        assertThat(reason(
                        "string",
                        "required group id { required int32 a; }",
                        row -> row.addGroup("id").add("a", 1)))
                .isEqualTo("nested-column:id");
        assertThat(reason("string", "repeated int32 id", row -> row.add("id", 1)))
                .isEqualTo("nested-column:id");
        assertThat(reason(
                        "string",
                        "required binary id (DECIMAL(2000000000,1900000000))",
                        row -> row.add("id", Binary.fromConstantByteArray(new byte[] {1}))))
                .isEqualTo("unreadable-column:id");
        assertThat(reason(
                        "string",
                        "required fixed_len_byte_array(12) id (INTERVAL)",
                        row -> row.add("id", Binary.fromConstantByteArray(new byte[12]))))
                .isEqualTo("unreadable-column:id");
        assertThat(reason(
                        "string",
                        "required binary id",
                        row -> row.add("id", Binary.fromConstantByteArray(new byte[] {(byte) 0xFF}))))
                .isEqualTo("wrong-encoding");
        assertThat(reason("string", "required binary Id (STRING); required binary ID (STRING)", row -> {
                    row.add(0, "a");
                    row.add(1, "b");
                }))
                .isEqualTo("ambiguous-column:id");
        assertThat(reason("string", "required binary i_d (STRING)", row -> row.add(0, "a")))
                .isEqualTo("missing-column:id|i_d");
    }

    @Test
    void values_ofAListWhereAListIsRead_areThoseOfCsv() throws Exception {
        String list = "optional group id (LIST) { repeated group list { optional binary element (STRING); } }";

        assertThat(texts(list, row -> items(row, "o'1", "o\"2"))).containsExactly("[\"o'1\", 'o\"2']");
        assertThat(texts(list, row -> items(row, "a", null))).containsExactly("[\"a\", ?]");
        assertThat(texts(list, row -> items(row))).containsExactly("[]");
        assertThat(texts("optional group id (LIST) { repeated int64 element; }", row -> {
                    Group group = row.addGroup("id");
                    group.add(0, 7L);
                    group.add(0, 8L);
                }))
                .containsExactly("[\"7\", \"8\"]");
    }

    @Test
    void inspection_ofWhatClaimsMoreThanItHas_isRefusedAndTheOtherGoesOn() throws Exception {
        Path good = write("good.parquet", "required binary id (STRING)", row -> row.add("id", "a"));
        byte[] bytes = Files.readAllBytes(good);
        byte[] footer = bytes.clone();
        ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, Integer.MAX_VALUE);
        Files.write(folder.resolve("footer.parquet"), footer);
        Files.write(folder.resolve("tiny.parquet"), "PAR1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (int i = 4; i < bytes.length - 4; i += 7) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x7F;
            Files.write(folder.resolve("damaged" + i + ".parquet"), damaged);
        }

        List<ExtractFile> files = inspect("string");

        assertThat(files).filteredOn(file -> file.name().equals("good.parquet")).allMatch(file -> file.read() == 1);
        assertThat(files)
                .filteredOn(file ->
                        file.name().equals("footer.parquet") || file.name().equals("tiny.parquet"))
                .extracting(ExtractFile::reason)
                .containsExactly("damaged-parquet", "damaged-parquet");
        assertThat(files)
                .filteredOn(file -> file.status() == ExtractFile.Status.REFUSED)
                .extracting(ExtractFile::reason)
                .doesNotContain("reader-failed");
    }

    @Test
    void budgets_ofPagesGroupsRowsTextsAndCells_areCheckedBeforeTheyAreHeld() throws Exception {
        Path file = folder.resolve("rows.parquet");
        try (ParquetWriter<Group> writer = writer(file, "required binary id (STRING)", CompressionCodecName.GZIP)) {
            for (int i = 0; i < 2_000; i++) {
                writer.write(row("required binary id (STRING)", row -> row.add("id", "x".repeat(2_000))));
            }
        }

        ParquetBudget usual = new ParquetBudget(1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 30, 1 << 20);
        assertThat(read(file, usual)).isEqualTo("2000");
        assertThat(read(file, new ParquetBudget(10, 1 << 20, 1 << 20, 1 << 20, 1 << 30, 1 << 20)))
                .isEqualTo("damaged-parquet");
        assertThat(read(file, new ParquetBudget(1 << 20, 100, 1 << 20, 1 << 20, 1 << 30, 1 << 20)))
                .isIn("damaged-parquet", "record-too-long");
        assertThat(read(file, new ParquetBudget(1 << 20, 1 << 20, 100, 1 << 20, 1 << 30, 1 << 20)))
                .isEqualTo("record-too-long");
        assertThat(read(file, new ParquetBudget(1 << 20, 1 << 20, 1 << 20, 1 << 20, 1_000, 1 << 20)))
                .isEqualTo("too-large-ratio");
        assertThat(read(file, new ParquetBudget(1 << 20, 1 << 20, 1 << 20, 1 << 20, 1 << 30, 1_000)))
                .isEqualTo("record-too-long");
    }

    @Test
    void open_aCodecThatIsNotRead_isNamed() throws Exception {
        write("lz4.parquet", "required binary id (STRING)", CompressionCodecName.LZ4, row -> row.add("id", "a"));
        write("raw.parquet", "required binary id (STRING)", CompressionCodecName.LZ4_RAW, row -> row.add("id", "a"));
        write("zstd.parquet", "required binary id (STRING)", CompressionCodecName.ZSTD, row -> row.add("id", "a"));

        assertThat(inspect("string").stream().map(file -> file.name() + " " + file.reason()))
                .containsExactly("lz4.parquet parquet-codec:LZ4", "raw.parquet null", "zstd.parquet null");
    }

    private String read(Path path, ParquetBudget budget) throws IOException {
        ReadOnlySource door = ReadOnlySource.of(path);
        try (var opened = door.open(door.files().get(0));
                ParquetRecords records =
                        new ParquetRecords(new ParquetInput(opened), connector("string").stream("rows"), budget)) {
            while (records.next()) {
                assertThat(records.text(0)).isPresent();
            }

            return String.valueOf(records.row());
        } catch (com.opsatc.connector.format.RefusedFile e) {
            return e.reason();
        }
    }

    private List<String> ids(String column, Consumer<Group> values) throws Exception {
        return texts("required " + column, values);
    }

    private List<String> texts(String columns, Consumer<Group> values) throws Exception {
        Path path = write("one.parquet", columns, values);
        ReadOnlySource door = ReadOnlySource.of(path);
        List<String> texts = new ArrayList<>();
        String type = columns.contains("LIST") ? "list" : "string";
        try (var opened = door.open(door.files().get(0));
                ParquetRecords records = new ParquetRecords(new ParquetInput(opened), connector(type).stream("rows"))) {
            while (records.next()) {
                texts.add(records.text(0).orElse(null));
            }
        }

        return texts;
    }

    private String reason(String type, String columns, Consumer<Group> values) throws Exception {
        write("one.parquet", columns, values);
        return inspect(type).get(0).reason();
    }

    private List<ExtractFile> inspect(String type) {
        return Inventory.inspect(
                new SourceSpec("source", connector(type), folder, ZoneOffset.UTC, Map.of()),
                KnownFiles.NONE,
                ProgressSink.NONE);
    }

    private static Connector connector(String type) {
        return Connectors.parse(CONNECTOR.replace("TYPE", type));
    }

    private static void items(Group row, String... items) {
        Group list = row.addGroup("id");
        Arrays.stream(items).forEach(item -> {
            Group each = list.addGroup(0);
            if (item != null) {
                each.add(0, item);
            }
        });
    }

    private static Group row(String columns, Consumer<Group> values) {
        Group row = new SimpleGroupFactory(schema(columns)).newGroup();
        values.accept(row);
        return row;
    }

    private Path write(String name, String columns, Consumer<Group> values) throws Exception {
        return write(name, columns, CompressionCodecName.UNCOMPRESSED, values);
    }

    private Path write(String name, String columns, CompressionCodecName codec, Consumer<Group> values)
            throws Exception {
        Path path = folder.resolve(name);
        Files.deleteIfExists(path);
        try (ParquetWriter<Group> writer = writer(path, columns, codec)) {
            writer.write(row(columns, values));
        }

        Files.deleteIfExists(folder.resolve("." + name + ".crc"));
        return path;
    }

    private static ParquetWriter<Group> writer(Path path, String columns, CompressionCodecName codec)
            throws IOException {
        return ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(path.toUri()))
                .withType(schema(columns))
                .withCompressionCodec(codec)
                .withConf(new Configuration())
                .build();
    }

    private static MessageType schema(String columns) {
        return MessageTypeParser.parseMessageType("message rows { " + columns + (columns.endsWith("}") ? " }" : "; }"));
    }
}
