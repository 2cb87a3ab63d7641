package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.TestStreams;
import com.opsatc.connector.spec.FileFormat;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.contract.quality.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

final class ContainerTest {
    private static final StreamSpec TABLE = TestStreams.csv("id", "name");
    private static final StreamSpec LOG = TestStreams.of(FileFormat.XES, "case:concept:name", "concept:name");

    @Test
    void open_whatNoReaderReads_isNamedWithWhatToDo() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("zip", zip("log.csv"));
        files.put("xlsx", zip("[Content_Types].xml"));
        files.put("tar", tar());
        files.put("xz", hex("fd377a585a000004e6d6b446"));
        files.put("zstd", hex("28b52ffd2463"));
        files.put("bzip2", latin("BZh91AY&SY\u0001\u0002"));
        files.put("7z", hex("377abcaf271c0004"));
        files.put("xls", hex("d0cf11e0a1b11ae10000"));
        files.put("pdf", latin("%PDF-1.7\n"));
        files.put("avro", latin("Obj\u0001\u0004"));
        files.put("orc", latin("ORC\u0001\u0002"));
        files.put("sqlite", latin("SQLite format 3\u0000"));
        files.put("encrypted-parquet", latin("PARE...."));
        files.put("html", latin("\n<!DOCTYPE html><html><body>log in</body></html>"));
        files.put("mxml", latin("<?xml version=\"1.0\"?><WorkflowLog><Process/></WorkflowLog>"));
        files.put("json", latin("{\"ocel:events\": {}}"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (StreamSpec stream : new StreamSpec[] {TABLE, LOG}) {
                assertThatThrownBy(() -> RecordReaders.open(
                                stream, new ByteArrayInputStream(file.getValue()), stream.headers(), "file"))
                        .as(file.getKey() + " " + stream.formats())
                        .isInstanceOfSatisfying(RefusedFile.class, e -> {
                            assertThat(e.reason()).isEqualTo("not-declared-format:" + file.getKey());
                            assertThat(Reason.sentence(e.reason()))
                                    .startsWith("it is ")
                                    .contains("; ");
                        });
            }
        }

        assertThat(Reason.sentence("not-declared-format:zip"))
                .isEqualTo("it is a zip archive, which is not read; unpack it and deliver the files in it");
    }

    @Test
    void of_textThatMayBeATable_isNone() {
        for (String text : new String[] {"id,name\n1,a\n", "ORC,Obj\n", "BZh,PK\n", "[id],name\n", "", "ustar"}) {
            assertThat(Container.of(latin(text))).as(text).isEmpty();
        }
    }

    @Test
    void open_aTableWhoseHeaderLooksLikeAPage_isRead() throws Exception {
        StreamSpec stream = TestStreams.csv("<id>");
        try (RecordReader reader = RecordReaders.open(
                stream, new ByteArrayInputStream(latin("<id>,x\n1,2\n")), stream.headers(), "file")) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.text(0)).contains("1");
        }
    }

    /** Every code that a reader gives has a sentence. */
    @Test
    void sentence_ofEveryReason_saysMoreThanItsCode() throws Exception {
        for (java.lang.reflect.Field field : RefusedFile.class.getDeclaredFields()) {
            if (java.lang.reflect.Modifier.isPublic(field.getModifiers())) {
                String code = (String) field.get(null);
                assertThat(Reason.sentence(code))
                        .isNotEqualTo(code)
                        .contains(" ")
                        .doesNotContain("null");
            }
        }

        for (String code : Arrays.asList(
                RecordReader.RAGGED,
                RecordReader.OUTSIDE_TRACE,
                RecordReader.DANGLING_EVENT,
                RecordReader.DANGLING_OBJECT,
                RecordReader.EVENT_WITHOUT_OBJECT,
                RecordReader.EVENT_WITHOUT_TIME,
                RecordReader.UNTIMED_ATTRIBUTE,
                RecordReader.LEFT_OUT_TYPE)) {
            assertThat(Reason.sentence(code)).isNotEqualTo(code);
        }
    }

    private static byte[] zip(String entry) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(latin("id,name\n1,a\n"));
        }

        return bytes.toByteArray();
    }

    private static byte[] tar() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("log.csv");
            entry.setSize(8);
            tar.putArchiveEntry(entry);
            tar.write(latin("id,name\n"));
            tar.closeArchiveEntry();
        }

        return bytes.toByteArray();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
