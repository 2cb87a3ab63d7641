package com.opsatc.process.kpi;

import com.opsatc.contract.id.Sha256;
import com.opsatc.process.testing.RealData;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Public logs as KPIs see them, read here by few lines of their own: the figures in the tests then rest on neither the
 * admission's readers nor its tables.
 */
public final class PublicLogs {
    private PublicLogs() {}

    /** The rows of {@link Processes#LOG}: ties of an instant in file order, as the expected figures take them. */
    public static List<Row> xes(String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = open(name)) {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            List<Event> trace = new ArrayList<>();
            String caseId = null;
            Event event = null;
            int depth = 0;
            long row = 0;
            while (xml.hasNext()) {
                int next = xml.next();
                if (next == XMLStreamReader.START_ELEMENT) {
                    depth++;
                    String element = xml.getLocalName();
                    if (element.equals("trace")) {
                        trace.clear();
                    } else if (element.equals("event")) {
                        event = new Event(++row);
                    } else if (depth == 3 && "concept:name".equals(xml.getAttributeValue(null, "key"))) {
                        caseId = xml.getAttributeValue(null, "value");
                    } else if (depth == 4 && event != null) {
                        event.attribute(xml.getAttributeValue(null, "key"), xml.getAttributeValue(null, "value"));
                    }
                } else if (next == XMLStreamReader.END_ELEMENT) {
                    depth--;
                    if (xml.getLocalName().equals("event")) {
                        trace.add(event);
                        event = null;
                    } else if (xml.getLocalName().equals("trace")) {
                        rows.addAll(positioned(caseId, trace));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return rows;
    }

    /** Order lines of the SCMS delivery history, as objects; the comma-separated copy. */
    static List<Row> scmsLines() throws IOException {
        DateTimeFormatter day = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("d-MMM-yy")
                .toFormatter(Locale.ENGLISH);
        List<Row> rows = new ArrayList<>();
        try (InputStreamReader reader =
                new InputStreamReader(open("scms/SCMS_Delivery_History_Dataset.csv.gz"), StandardCharsets.UTF_8)) {
            CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
            for (CSVRecord line : format.parse(reader)) {
                Map<String, String> attributes = Map.of(
                        "order", line.get("po / so #"),
                        "due",
                                LocalDate.parse(line.get("scheduled delivery date"), day)
                                        .toString(),
                        "delivered",
                                LocalDate.parse(line.get("delivered to client date"), day)
                                        .toString());
                rows.add(Processes.object("order-line", line.get("id"), attributes, line.getRecordNumber()));
            }
        }
        return rows;
    }

    private static InputStream open(String name) throws IOException {
        return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(RealData.file(name))), 1 << 16);
    }

    private static List<Row> positioned(String caseId, List<Event> trace) {
        trace.sort(Comparator.comparingLong(event -> event.us));
        List<Row> rows = new ArrayList<>();
        for (Event event : trace) {
            int position = rows.size();
            rows.add(RowFactory.create(
                    caseId,
                    position,
                    position + 1 == trace.size(),
                    event.activity,
                    event.lifecycle,
                    event.us,
                    event.us,
                    Sha256.of("log").hex(),
                    event.row));
        }
        return rows;
    }

    private static final class Event {
        private final long row;
        private String activity;
        private String lifecycle;
        private long us;

        Event(long row) {
            this.row = row;
        }

        void attribute(String key, String value) {
            switch (key) {
                case "concept:name" -> activity = value;
                case "lifecycle:transition" -> lifecycle = value;
                case "time:timestamp" ->
                    us = ChronoUnit.MICROS.between(
                            Instant.EPOCH, OffsetDateTime.parse(value).toInstant());
                default -> {}
            }
        }
    }
}
