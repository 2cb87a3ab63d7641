package com.opsatc.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceDocumentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, EvidenceWriter.BATCH, EvidenceWriter.BATCH + 1, 3 * EvidenceWriter.BATCH + 7})
    void write_rows_readsTheSameRows(int n) throws IOException {
        List<EvidenceRow> rows = TestRows.random(n, n);

        TestRows.Document document = TestRows.write(rows);

        assertThat(TestRows.read(document.bytes())).isEqualTo(rows);
        assertThat(document.evidence().allRows()).isEqualTo(n);
        assertThat(document.evidence().rows())
                .isEqualTo(rows.stream().filter(row -> !row.censored()).count());
    }

    @Test
    void write_noRows_isAReadableDocumentWithoutRows() throws IOException {
        TestRows.Document document = TestRows.write(List.of());

        assertThat(TestRows.read(document.bytes())).isEmpty();
        assertThat(document.evidence().digest()).isEqualTo(Sha256.of(""));
    }

    @Test
    void write_afterOtherDocuments_givesTheSameBytes() throws IOException {
        List<EvidenceRow> rows = TestRows.random(1, EvidenceWriter.BATCH + 100);
        byte[] first = TestRows.write(rows).bytes();
        // Memory that other documents used: absent values must not show what stood there.
        TestRows.write(TestRows.random(2, 2 * EvidenceWriter.BATCH));

        assertThat(TestRows.write(rows).bytes()).isEqualTo(first);
    }

    @Test
    void write_rows_digestsTheirText() throws IOException {
        TestRows.Document document = TestRows.write(List.of(
                        EvidenceRowBuilder.builder()
                                .record("Straße")
                                .system("sap")
                                .file(TestRows.A)
                                .row(12)
                                .date(DAY)
                                .contribution(1)
                                .weight(1)
                                .build(),
                        EvidenceRowBuilder.builder()
                                .record("b")
                                .system("sap")
                                .file(TestRows.A)
                                .row(3)
                                .key("NO 3")
                                .toFile(TestRows.B)
                                .toRow(4L)
                                .toKey("Nº 4")
                                .date(DAY)
                                .contribution(-5)
                                .weight(1)
                                .build())
                .stream()
                .sorted()
                .toList());

        // By UTF-8 bytes "S" (0x53) comes before "b" (0x62); ß takes two bytes, so "Straße" has seven.
        assertThat(document.evidence().digest())
                .isEqualTo(Sha256.of(
                        "7:Straße3:sap64:" + TestRows.A + "2:12----10:2026-03-021:11:15:false\n" + "1:b3:sap64:"
                                + TestRows.A + "1:34:NO 364:" + TestRows.B + "1:45:Nº 410:2026-03-022:-51:15:false\n"));
    }

    @Test
    void write_furtherCitations_areDigestedReadBackAndOrdered() throws IOException {
        EvidenceRow two = EvidenceRowBuilder.builder()
                .record("a")
                .system("sap")
                .file(TestRows.A)
                .row(1)
                .toFile(TestRows.B)
                .toRow(2L)
                .date(DAY)
                .contribution(1)
                .weight(1)
                .build();
        EvidenceRow three = EvidenceRowBuilder.builder()
                .record("a")
                .system("sap")
                .file(TestRows.A)
                .row(1)
                .toFile(TestRows.B)
                .toRow(2L)
                .date(DAY)
                .contribution(1)
                .weight(1)
                .more(List.of(new CitedRow(TestRows.B, 3)))
                .build();
        EvidenceRow four = EvidenceRowBuilder.builder()
                .record("a")
                .system("sap")
                .file(TestRows.A)
                .row(1)
                .toFile(TestRows.B)
                .toRow(2L)
                .date(DAY)
                .contribution(1)
                .weight(1)
                .more(List.of(new CitedRow(TestRows.B, 3), new CitedRow(TestRows.B, 9, "NO 9")))
                .build();

        TestRows.Document document = TestRows.write(List.of(two, three, four));

        assertThat(two).isLessThan(three);
        assertThat(three).isLessThan(four);
        assertThat(TestRows.read(document.bytes())).containsExactly(two, three, four);
        String text = "1:a3:sap64:" + TestRows.A + "1:1-64:" + TestRows.B + "1:2-10:2026-03-021:11:15:false";
        String third = "64:" + TestRows.B + "1:3-";
        assertThat(document.evidence().digest())
                .isEqualTo(Sha256.of(
                        text + "\n" + text + third + "\n" + text + third + "64:" + TestRows.B + "1:94:NO 9\n"));
        assertThat(four.citations())
                .containsExactly(
                        new Citation("sap", TestRows.A, 1),
                        new Citation("sap", TestRows.B, 2),
                        new Citation("sap", TestRows.B, 3),
                        new Citation("sap", TestRows.B, 9, "NO 9"));
        assertThat(document.evidence().sample()).extracting(Citation::row).containsExactly(1L, 2L, 1L, 2L, 1L, 2L);
    }

    @Test
    void write_attributes_areDigestedAndReadBack() throws IOException {
        EvidenceRow pump = EvidenceRowBuilder.builder(TestRows.row("a", 1, 5))
                .attributes(new TreeMap<>(Map.of("order-type", "ZOR", "material", "Pumpe ß")))
                .build();
        EvidenceRow none = TestRows.row("b", 2, 7);

        TestRows.Document document = TestRows.write(List.of(pump, none));

        assertThat(TestRows.read(document.bytes())).containsExactly(pump, none);
        assertThat(document.evidence().digest())
                .isEqualTo(Sha256.of("1:a3:sap64:" + TestRows.A
                        + "1:1----10:2026-03-021:51:15:false=8:material8:Pumpe ß=10:order-type3:ZOR\n" + "1:b3:sap64:"
                        + TestRows.A + "1:2----10:2026-03-021:71:15:false\n"));
        assertThat(pump).hasToString("EvidenceRow[file=" + TestRows.A + ", row=1]");
    }

    @Test
    void write_openMember_isInTheDocumentAndInNoSample() throws IOException {
        EvidenceRow open = EvidenceRowBuilder.builder(TestRows.row("a", 1, 5))
                .censored(true)
                .build();

        TestRows.Document document = TestRows.write(List.of(open, TestRows.row("b", 2, 7)));

        assertThat(TestRows.read(document.bytes()).get(0)).isEqualTo(open);
        assertThat(document.evidence().rows()).isEqualTo(1);
        assertThat(document.evidence().censored()).isEqualTo(1);
        assertThat(document.evidence().sample()).containsExactly(new Citation("sap", TestRows.A, 2));
    }

    @Test
    void read_documentOfAnEarlierBuild_saysSoAndWhatToDo() throws IOException {
        Field column = Field.notNullable("contribution", new ArrowType.Int(64, true));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(List.of(column)), allocator);
                ArrowStreamWriter writer = new ArrowStreamWriter(root, null, out)) {
            writer.start();
            writer.end();
        }

        assertThatThrownBy(() -> TestRows.read(out.toByteArray()))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot read an evidence document: it is of version 1, and this build reads version 3; run the"
                                + " tenant again");
    }

    @Test
    void write_rows_samplesTheFirstTwentyCitationsInOrder() throws IOException {
        List<EvidenceRow> rows = TestRows.upTo(30).stream()
                .map(i -> TestRows.pair(String.format(java.util.Locale.ROOT, "case-%02d", i), 1 + i, 100 + i, DAY, i))
                .toList();

        List<Citation> sample = TestRows.write(rows).evidence().sample();

        assertThat(sample).hasSize(20);
        assertThat(sample.subList(0, 3))
                .containsExactly(
                        new Citation("sap", TestRows.A, 1),
                        new Citation("sap", TestRows.B, 100),
                        new Citation("sap", TestRows.A, 2));
    }

    @Test
    void add_outOfOrder_isRefused() throws IOException {
        try (EvidenceWriter writer = new EvidenceWriter(new ByteArrayOutputStream(), Set.of(TestRows.A))) {
            writer.add(TestRows.row("b", 1, 0));

            assertThatThrownBy(() -> writer.add(TestRows.row("a", 1, 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Invalid evidence: row 1 (from 0) is out of order");
        }
    }

    @Test
    void add_fileNotAnnounced_isRefused() throws IOException {
        try (EvidenceWriter writer = new EvidenceWriter(new ByteArrayOutputStream(), Set.of(TestRows.B))) {
            assertThatThrownBy(() -> writer.add(TestRows.row("a", 1, 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Invalid evidence: it cites file " + TestRows.A + ", which was not announced");
        }
    }

    @Test
    void order_recordsBeyondTheBasicPlane_isThatOfUtf8Bytes() {
        // U+FF5E is EF BD 9E, U+1F600 is F0 9F 98 80; as UTF-16 units the surrogate D83D would come first.
        assertThat(TestRows.row("\uff5e", 1, 0)).isLessThan(TestRows.row("\ud83d\ude00", 1, 0));
    }

    @Test
    void toString_row_hidesRecordAndKeys() {
        EvidenceRow row = EvidenceRowBuilder.builder()
                .record("secret-ticket")
                .system("sap")
                .file(TestRows.A)
                .row(7)
                .key("NO secret")
                .toFile(TestRows.B)
                .toRow(8L)
                .toKey("NO 8")
                .date(DAY)
                .contribution(1)
                .weight(1)
                .more(List.of(new CitedRow(TestRows.B, 9, "NO 9")))
                .build();

        assertThat(row.toString()).isEqualTo("EvidenceRow[file=" + TestRows.A + ", row=7]");
        assertThat(row.more().toString()).isEqualTo("[CitedRow[file=" + TestRows.B + ", row=9]]");
        assertThat(row.citations().get(0).toString()).isEqualTo("Citation[system=sap, file=" + TestRows.A + ", row=7]");
    }

    @Test
    void row_secondCitationWithoutRow_isRefused() {
        assertThatThrownBy(() -> EvidenceRowBuilder.builder()
                        .record("a")
                        .system("sap")
                        .file(TestRows.A)
                        .row(1)
                        .toFile(TestRows.B)
                        .date(DAY)
                        .contribution(0)
                        .weight(1)
                        .build())
                .hasMessage("Invalid evidence row: a second citation has a file and a row");
        assertThatThrownBy(() -> EvidenceRowBuilder.builder()
                        .record("a")
                        .system("sap")
                        .file(TestRows.A)
                        .row(1)
                        .toKey("NO 2")
                        .date(DAY)
                        .contribution(0)
                        .weight(1)
                        .build())
                .hasMessage("Invalid evidence row: a second citation has a file and a row");
        assertThatThrownBy(() -> EvidenceRowBuilder.builder()
                        .record("a")
                        .system("sap")
                        .file(TestRows.A)
                        .row(0)
                        .date(DAY)
                        .contribution(0)
                        .weight(1)
                        .build())
                .hasMessage("Invalid evidence row: source rows count from 1");
    }

    @Test
    void read_cutDocument_failsOrLosesNothingUnnoticed() throws IOException {
        byte[] whole = TestRows.write(TestRows.random(3, 50)).bytes();

        for (int length = 0; length < whole.length - 8; length += 37) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> TestRows.read(cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE))
                    .hasMessageStartingWith("Cannot read an evidence document: it is cut");
        }
    }

    @Test
    void read_anotherArrowDocument_isRefused() {
        assertThatThrownBy(() -> TestRows.read("not arrow at all, but long enough to be one"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(PipelineException.class);
    }
}
