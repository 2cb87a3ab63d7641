package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.TestStreams;
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
    private static final StreamSpec STREAM = TestStreams.csv("ID", "Grüße");

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
        refused("not-declared-format", "id,grüße\n1,\"open\n2,b\n");
        refused("not-declared-format", "id,grüße\n1,\"a\"b\n");
        refused("not-declared-format:parquet", "PAR1 id,grüße\n1,a\n");
        refused("wrong-encoding", "id,grüße\n1,a\u0000\n");
        refused("record-too-long", "id,grüße\n1,\"" + "x".repeat(5 << 20) + "\"\n");
    }

    @Test
    void open_bytesOfAnotherCharacterSet_areRefused() {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            assertThatThrownBy(() -> records("id,grüße\n1,ä\n".getBytes(charset)))
                    .isInstanceOfSatisfying(
                            Exception.class,
                            e -> assertThat(RefusedFile.of(e).reason()).isEqualTo("wrong-encoding"));
        }
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
        List<String> records = new ArrayList<>();
        try (RecordReader reader =
                RecordReaders.open(STREAM, new ByteArrayInputStream(bytes), STREAM.headers(), "file")) {
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
