package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.FileFormat;
import com.opsatc.connector.StreamSpec;
import com.opsatc.connector.TestStreams;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XesReaderTest {
    private static final StreamSpec STREAM =
            TestStreams.of(FileFormat.XES, "case:concept:name", "concept:name", "time:timestamp", "case:cost");

    @Test
    void read_aLog_keepsAskedForAttributesOnly() throws Exception {
        assertThat(records("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!-- a comment -->
                        <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
                          <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
                          <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
                          <string key="concept:name" value="log"><string key="concept:name" value="deep"/></string>
                          <trace>
                            <string key="concept:name" value="A &amp; B"/>
                            <event>
                              <string key="concept:name" value="first"><string key="time:timestamp" value="nested"/></string>
                              <string key="org:resource" value="Pete"/>
                              <date key="time:timestamp" value="2010-12-30T14:32:00.000+01:00"/>
                              <list key="x"><values><string key="concept:name" value="listed"/></values></list>
                            </event>
                            <event><string key="concept:name" value="second"/><string key="concept:name" value="again"/></event>
                            <float key="cost" value="7.5"/>
                          </trace>
                          <trace><event><string key="concept:name" value="third"/></event></trace>
                          <trace/>
                        </log>
                        """))
                .containsExactly(
                        "1:A & B|first|2010-12-30T14:32:00.000+01:00|7.5",
                        "2:A & B|second|-|7.5",
                        "3:trace-2|third|-|-");
    }

    @Test
    void open_aDocumentType_isRefusedAndNothingIsRead(@TempDir Path folder) throws Exception {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "canary-secret");
        List<String> hostile = List.of(
                "<!DOCTYPE log [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><log><trace><event>"
                        + "<string key=\"concept:name\" value=\"a\">&x;</string></event></trace></log>",
                "<!DOCTYPE log SYSTEM \"" + secret.toUri() + "\"><log/>",
                "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><log><trace>"
                        + "<string key=\"concept:name\" value=\"&c;\"/></trace></log>");
        for (String document : hostile) {
            refused("doctype-refused", document);
        }
    }

    @Test
    void read_brokenDocuments_areRefusedWithTheirReason() {
        refused("not-declared-format", "<log><trace><event></trace></log>");
        refused("not-declared-format", "<log><trace>");
        refused("not-declared-format", "<logs/>");
        refused("not-declared-format", "id,name\n1,a\n");
        refused("not-declared-format", "");
        refused(
                "not-declared-format",
                "<log><trace><string key=\"concept:name\" value=\"&undeclared;\"/></trace></log>");
        refused("not-declared-format", "<log>" + "<string key=\"a\">".repeat(500));
        refused(
                "not-declared-format",
                "<log><trace><string key=\"concept:name\" value=\"" + "x".repeat(5 << 20) + "\"/></trace></log>");
    }

    @Test
    void read_bytesThatAreNotUtf8_areRefused() {
        byte[] latin = "<log><trace><string key=\"concept:name\" value=\"é\"/></trace></log>"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> records(latin))
                .isInstanceOfSatisfying(
                        Exception.class,
                        e -> assertThat(RefusedFile.of(e).reason()).isEqualTo("wrong-encoding"));
    }

    private static void refused(String reason, String document) {
        assertThatThrownBy(() -> records(document))
                .as(document.substring(0, Math.min(80, document.length())))
                .isInstanceOfSatisfying(
                        Exception.class,
                        e -> assertThat(RefusedFile.of(e).reason())
                                .as(document.substring(0, Math.min(60, document.length())))
                                .isEqualTo(reason));
    }

    private static List<String> records(String document) throws Exception {
        return records(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> records(byte[] document) throws Exception {
        List<String> records = new ArrayList<>();
        try (RecordReader reader = RecordReaders.open(STREAM, new ByteArrayInputStream(document), STREAM.headers())) {
            while (reader.next()) {
                StringBuilder record = new StringBuilder().append(reader.row()).append(':');
                for (int i = 0; i < 4; i++) {
                    record.append(i == 0 ? "" : "|").append(reader.text(i).orElse("-"));
                }

                records.add(record.toString());
            }
        }

        return records;
    }
}
