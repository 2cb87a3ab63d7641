package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.TestStreams;
import com.opsatc.connector.spec.Dialect;
import com.opsatc.connector.spec.StreamSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void read_anyLineEnd_givesTheSameRecords(String lineEnd) throws Exception {
        String text = String.join(lineEnd, "id,Grüße", "1,a", "2,\"b" + lineEnd + "c\"", "", "3,");

        assertThat(records(text)).containsExactly("1:1|a", "2:2|b" + lineEnd + "c", "3:3|");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void read_anyUsualDelimiterAndByteOrderMark_findsTheColumns(String delimiter) throws Exception {
        assertThat(records(
                        "\uFEFF ID " + delimiter + "x" + delimiter + "GRÜßE\n1" + delimiter + "2" + delimiter + "3\n"))
                .containsExactly("1:1|3");
    }

    @Test
    void read_rowsOfAnotherWidth_areMarkedAndCounted() throws Exception {
        assertThat(records("id,grüße\n1,a\n2\n3,b,c\n4,d\n")).containsExactly("1:1|a", "2:ragged", "3:ragged", "4:4|d");
    }

    @Test
    void read_anOptionalColumnThatIsNotThere_isEmpty() throws Exception {
        assertThat(records("id\n1\n")).containsExactly("1:1|-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "id,grüße\n", "id,grüße"})
    void read_aFileWithoutRecords_hasNone(String text) throws Exception {
        assertThat(records(text)).isEmpty();
    }

    @Test
    void open_brokenFiles_areRefusedWithTheirReason() {
        refused("missing-column:ID", "grüße,x\n1,2\n");
        refused("ambiguous-column:ID", "id, ID ,grüße\n1,2,3\n");
        refused("quote-not-closed:1|2", "id,grüße\n1,\"open\n2,b\n");
        refused("quote-not-closed:2|4", "sep=;\nid;grüße\n1;a\n2;\"open\n3;b\n");
        refused("broken-quote:1|2", "id,grüße\n1,\"a\"b\n");
        refused("broken-quote:3|5", "id,grüße\n1,a\n2,\"b\nc\"\n3,\"x \\\"VIP\\\", call\"\n");
        refused("broken-quote:0|1", "id,\"grü\"ße\n1,a\n");
        refused("not-declared-format:parquet", "PAR1 id,grüße\n1,a\n");
        refused("wrong-encoding", "id,grüße\n1,a\u0000\n");
        refused("too-many-columns:20001", "id,grüße" + ",x".repeat(19_999) + "\n1,a\n");
        refused("record-too-long:1|2", "id,grüße\n1,\"" + "x".repeat(5 << 20) + "\"\n");
    }

    @Test
    void open_bytesOfAnotherCharacterSet_areRefused() {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            assertThatThrownBy(() -> records("id,grüße\n1,ä\n".getBytes(charset)))
                    .isInstanceOfSatisfying(
                            Exception.class,
                            e -> assertThat(RefusedFile.of(e).reason())
                                    .isEqualTo("wrong-encoding:"
                                            + (charset == StandardCharsets.UTF_16 ? "UTF-16" : "windows-1252")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "\"sep=;\"\r\n", "SEP=;\r", "\uFEFFsep=;\n"})
    void read_aFirstLineThatNamesTheDelimiter_isHonouredAndNoRecord(String line) throws Exception {
        assertThat(records(line + "id;grüße;x\n1;a,b;c\n")).containsExactly("1:1|a,b");
        assertThat(records(line)).isEmpty();
    }

    @Test
    void read_quotesAfterABackslash_areReadAsDeclaredAndNeverShiftColumns() throws Exception {
        String text = "id,grüße\n1,\"Check \\\"VIP\\\", then call\"\n2,\"a \\\", b\"\n3,C:\\dir\\\n\"C:\\\",\"4\"\n";

        assertThat(records(text, "backslash").subList(0, 2))
                .containsExactly("1:1|Check \"VIP\", then call", "2:2|a \", b");
        assertThat(records("id,grüße\n2,\"a \\\", b\"\n", "")).containsExactly("1:ragged");
        assertThat(records("x,id,grüße\n\"a \\\", b\",3\n", "")).containsExactly("1:escaped-quote");
        assertThat(records("id,grüße\n\"C:\\\",\"4\"\n", "")).containsExactly("1:C:\\|4");
        assertThat(records("id,grüße\n1,\"say \"\"x\"\"\"\n", "")).containsExactly("1:1|say \"x\"");
    }

    @Test
    void read_rowsThatAllEndInADelimiter_haveNoFieldMore() throws Exception {
        assertThat(records("id,grüße\n1,a,\n2,b,\n")).containsExactly("1:1|a", "2:2|b");
        assertThat(records("id,grüße\n1,a,\n2,b\n")).containsExactly("1:ragged", "2:2|b");
        assertThat(records("id,grüße\n1,a,\n2,b,c\n")).containsExactly("1:ragged", "2:ragged");
        assertThat(records("id,grüße,\n1,a,\n2,b,\n")).containsExactly("1:1|a", "2:2|b");
    }

    @Test
    void open_aHeaderWithWhatCannotBeSeen_findsItsColumns() throws Exception {
        assertThat(records("\u200Bid\u00A0,Gru\u0308\u00DFe\u2009\n1,a\n")).containsExactly("1:1|a");
    }

    @Test
    void open_aMissingColumn_namesTheNearestHeader() {
        refused("missing-column:ID|Id.", "Id.;Grüße\n1;2\n");
        assertThat(com.opsatc.contract.quality.Reason.sentence("missing-column:timestamp|Time stamp"))
                .isEqualTo("the column \"timestamp\" is missing; the nearest header is \"Time stamp\": choose it with"
                        + " --set, or correct the export");
        assertThat(com.opsatc.contract.quality.Reason.sentence("quote-not-closed:7|9"))
                .startsWith("row 7 (line 9): quote not closed; ");
    }

    @Test
    void open_bytesOfAnotherCharacterSet_areRefusedWithAGuess() throws Exception {
        String western = "id,grüße\n" + "1,Prüfen und Größe äußern\n".repeat(20);
        String japanese = "id,grüße\n" + "1,承認されました、発送待ちです\n".repeat(20);
        for (String[] each : new String[][] {
            {western, "windows-1252", "WINDOWS-1252"},
            {western, "UTF-16LE", "UTF-16LE"},
            {western, "UTF-16BE", "UTF-16BE"},
            {western, "UTF-16", "UTF-16"},
            {japanese.replace("grüße", "x"), "Shift_JIS", "SHIFT_JIS"},
            {japanese.replace("grüße", "x"), "EUC-JP", "EUC-JP"},
        }) {
            assertThatThrownBy(() -> records(each[0].getBytes(Charset.forName(each[1]))))
                    .as(each[1])
                    .isInstanceOfSatisfying(
                            RefusedFile.class,
                            e -> assertThat(e.reason()).isEqualToIgnoringCase("wrong-encoding:" + each[2]));
        }

        assertThatThrownBy(() -> records("id,grüße\n1,a\n".getBytes(StandardCharsets.UTF_8), "", "UTF-16"))
                .isInstanceOfSatisfying(
                        RefusedFile.class, e -> assertThat(e.reason()).isEqualTo("wrong-encoding:UTF-8"));
        assertThatThrownBy(() -> records("\uFEFFid\n".getBytes(StandardCharsets.UTF_8), "", "windows-1252"))
                .isInstanceOfSatisfying(
                        RefusedFile.class, e -> assertThat(e.reason()).isEqualTo("wrong-encoding:UTF-8"));
    }

    /** Where nothing speaks for a character set, a wrong one is not advised. */
    @Test
    void open_shortTextThatFitsAnyCharacterSet_isRefusedWithoutAGuess() {
        for (String text : new String[] {"id,名\n1,a\n", "id,梱包\n1,a\n"}) {
            assertThatThrownBy(() -> records(text.getBytes(Charset.forName("Shift_JIS"))))
                    .isInstanceOfSatisfying(
                            RefusedFile.class,
                            e -> assertThat(e.reason()).isNotEqualToIgnoringCase("wrong-encoding:windows-1252"));
        }

        assertThat(com.opsatc.contract.quality.Reason.sentence("wrong-encoding"))
                .isEqualTo("its bytes are not text of the declared character set; name the right one with --set"
                        + " encoding=… where the connector has that setting ('opsatc connectors show C' tells); else"
                        + " convert it to UTF-8 or export it so");
        assertThat(com.opsatc.contract.quality.Reason.sentence("wrong-encoding:SHIFT_JIS"))
                .endsWith("else convert it with iconv -f SHIFT_JIS -t UTF-8, or export it so");
    }

    private static void refused(String reason, String text) {
        assertThatThrownBy(() -> records(text))
                .isInstanceOfSatisfying(
                        Exception.class,
                        e -> assertThat(RefusedFile.of(e).reason()).isEqualTo(reason));
    }

    private static List<String> records(String text) throws IOException {
        return records(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> records(byte[] bytes) throws IOException {
        return records(bytes, "", "UTF-8");
    }

    private static List<String> records(String text, String escape) throws IOException {
        return records(text.getBytes(StandardCharsets.UTF_8), escape, "UTF-8");
    }

    private static List<String> records(byte[] bytes, String escape, String encoding) throws IOException {
        List<String> records = new ArrayList<>();
        StreamSpec stream = TestStreams.csv(new Dialect(null, null, escape, encoding, 0), "ID", "Grüße");
        try (RecordReader reader =
                RecordReaders.open(stream, new ByteArrayInputStream(bytes), stream.headers(), "file")) {
            while (reader.next()) {
                records.add(reader.row() + ":"
                        + (reader.fault().isPresent()
                                ? reader.fault().get()
                                : reader.text(0).orElse("-") + "|"
                                        + reader.text(1).orElse("-")));
            }
        }

        return records;
    }
}
