package com.opsatc.connector.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Events of an XES log (IEEE 1849), one trace in memory at a time. Event attributes have their key as column name, trace
 * attributes {@code case:} and their key; attributes inside attributes, globals, classifiers and extensions are skipped.
 * A trace without a name is called {@code trace-<n>}, n from 1 in file order.
 *
 * <p>Guarantee: a document type declaration refuses the file, so that no entity is defined, expanded or fetched; depth,
 * attributes and text lengths are bounded; no URI in the file is opened.
 */
final class XesReader implements RecordReader {
    private static final String CASE_PREFIX = "case:";
    private static final String CASE_NAME = CASE_PREFIX + "concept:name";
    private static final int MAX_TEXT = 4 << 20;
    private static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_TRACE_EVENTS = 5_000_000;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final Map<String, Integer> wanted = new HashMap<>();
    private final Queue<String[]> trace = new ArrayDeque<>();
    private String[] current;
    private long row;
    private long traces;

    XesReader(InputStream content, List<String> columns) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            wanted.put(columns.get(i), i);
        }

        try {
            xml = FACTORY.createXMLStreamReader(content);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new RefusedFile(RefusedFile.DOCTYPE_REFUSED);
                }
            }
        } catch (XMLStreamException e) {
            throw RefusedFile.of(e);
        }

        if (!xml.getLocalName().equals("log")) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT);
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            while (trace.isEmpty()) {
                if (!toNextTrace()) {
                    return false;
                }

                readTrace();
            }
        } catch (XMLStreamException e) {
            throw RefusedFile.of(e);
        }

        current = trace.remove();
        row++;
        return true;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public boolean ragged() {
        return false;
    }

    @Override
    public Optional<String> text(int column) {
        return Optional.ofNullable(current[column]);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw RefusedFile.of(e);
        }
    }

    private boolean toNextTrace() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("trace")) {
                    return true;
                }

                skip();
            }
        }

        return false;
    }

    /** From the trace's start to its end; its attributes hold for all its events, wherever they stand. */
    private void readTrace() throws XMLStreamException, RefusedFile {
        traces++;
        String[] shared = new String[wanted.size()];
        Integer name = wanted.get(CASE_NAME);
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("event")) {
                if (trace.size() == MAX_TRACE_EVENTS) {
                    throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
                }

                trace.add(readEvent());
            } else {
                readAttribute(CASE_PREFIX, shared);
            }
        }

        if (name != null && shared[name] == null) {
            shared[name] = "trace-" + traces;
        }

        for (String[] event : trace) {
            Arrays.setAll(event, i -> shared[i] == null ? event[i] : shared[i]);
        }
    }

    private String[] readEvent() throws XMLStreamException {
        String[] event = new String[wanted.size()];
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                readAttribute("", event);
            }
        }

        return event;
    }

    /** Keeps the attribute if it is wanted, the first of a key, and moves to its end. */
    private void readAttribute(String prefix, String[] into) throws XMLStreamException {
        String key = xml.getAttributeValue(null, "key");
        Integer column = key == null ? null : wanted.get(prefix + key);
        if (column != null && into[column] == null) {
            into[column] = xml.getAttributeValue(null, "value");
        }

        skip();
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        return factory;
    }
}
