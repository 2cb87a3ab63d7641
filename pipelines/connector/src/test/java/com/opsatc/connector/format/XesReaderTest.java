package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.TestStreams;
import com.opsatc.connector.spec.FileFormat;
import com.opsatc.connector.spec.StreamSpec;
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
                        "3:trace-2@file|third|-|-");
    }

    @Test
    void read_eventsInNoTrace_areRecordsWithAFault() throws Exception {
        String event = "<event><string key=\"concept:name\" value=\"x\"/></event>";

        assertThat(records("<log>" + event + "<trace><string key=\"concept:name\" value=\"C1\"><x>" + event
                        + "</x></string>"
                        + "<event><string key=\"concept:name\" value=\"a\"/>" + event + "</event></trace>" + event
                        + "<traces><trace>" + event + event + "</trace></traces></log>"))
                .containsExactly(
                        "1:outside-trace -|-|-|-",
                        "2:outside-trace -|-|-|-",
                        "3:outside-trace -|-|-|-",
                        "4:C1|a|-|-",
                        "5:outside-trace -|-|-|-",
                        "6:outside-trace -|-|-|-",
                        "7:outside-trace -|-|-|-");
    }

    @Test
    void read_attributesBehindTheEvents_holdForAllOfThem() throws Exception {
        String event = "<event><string key=\"concept:name\" value=\"a\"/></event>";

        assertThat(records("<log><trace>" + event + "<string key=\"concept:name\" value=\"C1\"/>" + event
                        + "<float key=\"cost\" value=\"2\"/>" + event + "</trace></log>"))
                .containsExactly("1:C1|a|-|2", "2:C1|a|-|2", "3:C1|a|-|2");
    }

    /** With the trace's attributes first nothing waits, so that its length does not matter. */
    @Test
    void read_aTraceLongerThanWhatMayWait_isReadOrRefused() throws Exception {
        String events = "<event><string key=\"concept:name\" value=\"a\"/></event>".repeat(1_000);
        String attributes = "<string key=\"concept:name\" value=\"C1\"/><float key=\"cost\" value=\"2\"/>";
        Limits small = new Limits(1 << 20, 10_000, 100);

        assertThat(count("<log><trace>" + attributes + events + "</trace></log>", small))
                .isEqualTo(1_000);
        assertThatThrownBy(() -> count("<log><trace>" + events + attributes + "</trace></log>", small))
                .isInstanceOfSatisfying(
                        RefusedFile.class, e -> assertThat(e.reason()).isEqualTo("trace-too-long"));
    }

    @Test
    void read_namesAndValuesPastTheBudget_areRefusedBeforeTheyAreHeld() {
        Limits small = new Limits(1_000, 1_000, 100);
        String huge = "n".repeat(2_000);
        for (String document : List.of(
                "<log><" + huge + "/></log>",
                "<log><trace " + huge + "=\"1\"/></log>",
                "<log>" + " ".repeat(2_000) + "</log>",
                "<log " + "a=\"1\" ".repeat(400),
                "<" + huge,
                "<log><trace><string key=\"concept:name\" value=\"" + huge + "\"/></trace></log>")) {
            assertThatThrownBy(() -> count(document, small))
                    .isInstanceOfSatisfying(
                            Exception.class,
                            e -> assertThat(RefusedFile.of(e).reason()).isEqualTo("record-too-long"));
        }
    }

    @Test
    void open_anObjectCentricLog_isNamed() {
        refused("not-declared-format:ocel", "<log><object-types/><events><event id=\"e1\"/></events></log>");
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
        refused("broken-xml:1", "<log><trace><event></trace></log>");
        refused("broken-xml:1", "<log><trace>");
        refused("not-declared-format:xml", "<logs/>");
        refused("broken-xml:1", "id,name\n1,a\n");
        refused("broken-xml:1", "");
        refused("broken-xml:1", "<log><trace><string key=\"concept:name\" value=\"&undeclared;\"/></trace></log>");
        refused("not-declared-format", "<log>" + "<string key=\"a\">".repeat(500));
        refused(
                "record-too-long",
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

    private static long count(String document, Limits limits) throws Exception {
        try (XesReader reader = new XesReader(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                STREAM.headers(),
                "file",
                limits)) {
            while (reader.next()) {
                assertThat(reader.text(0)).contains("C1");
            }

            return reader.row();
        }
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
        try (RecordReader reader =
                RecordReaders.open(STREAM, new ByteArrayInputStream(document), STREAM.headers(), "file")) {
            while (reader.next()) {
                StringBuilder record = new StringBuilder().append(reader.row()).append(':');
                record.append(reader.fault().map(fault -> fault + " ").orElse(""));
                for (int i = 0; i < 4; i++) {
                    record.append(i == 0 ? "" : "|").append(reader.text(i).orElse("-"));
                }

                records.add(record.toString());
            }
        }

        return records;
    }
}
