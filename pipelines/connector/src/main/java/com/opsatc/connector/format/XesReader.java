package com.opsatc.connector.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Events of an XES log (IEEE 1849), an event in memory at a time where its trace's attributes stand first. Event attributes
 * have their key as column name, trace attributes {@code case:} and their key; attributes inside attributes, globals,
 * classifiers and extensions are skipped. A trace without a name is called {@code trace-<n>@<file>}, n from 1 in file order,
 * so that it is never taken for another file's. An event outside every trace is a record with a fault.
 *
 * <p>Guarantee: a document type declaration refuses the file, so that no entity is defined, expanded or fetched; depth,
 * attributes, names and text lengths are bounded; no URI in the file is opened.
 */
final class XesReader implements RecordReader {
    private static final String CASE_PREFIX = "case:";
    private static final String CASE_NAME = CASE_PREFIX + "concept:name";
    private static final String EVENT = "event";
    /** Children of the log that the standard does not know and the object-centric one has. */
    private static final Set<String> OBJECT_CENTRIC = Set.of("events", "objects", "object-types", "event-types");

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final String fileId;
    private final Limits limits;
    private final Map<String, Integer> wanted = new HashMap<>();
    private final boolean[] ofTrace;
    private XesTrace trace;
    private boolean inTrace;
    private String[] current;
    private long row;
    private long traces;
    private long outside;

    XesReader(InputStream content, List<String> columns, String fileId, Limits limits) throws IOException {
        this.fileId = fileId;
        this.limits = limits;
        this.ofTrace = new boolean[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            wanted.put(columns.get(i), i);
            ofTrace[i] = columns.get(i).startsWith(CASE_PREFIX);
        }

        this.trace = new XesTrace(ofTrace, limits.waitingBytes());
        try {
            xml = atRoot(content, limits);
        } catch (XMLStreamException e) {
            throw RefusedFile.of(e);
        }

        if (!xml.getLocalName().equals("log")) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of("xml"));
        }
    }

    /** A document at its first element, without a document type. */
    static XMLStreamReader atRoot(InputStream content, Limits limits) throws XMLStreamException, IOException {
        XMLStreamReader xml = FACTORY.createXMLStreamReader(new ElementBudget(content, limits.recordChars()));
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new RefusedFile(RefusedFile.DOCTYPE_REFUSED);
            }
        }

        return xml;
    }

    @Override
    public boolean next() throws IOException {
        try {
            current = trace.poll();
            while (current == null && outside == 0) {
                if (!readOn()) {
                    return false;
                }

                current = trace.poll();
            }
        } catch (XMLStreamException e) {
            throw RefusedFile.of(e);
        }

        outside -= current == null ? 1 : 0;
        row++;
        return true;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public Optional<String> fault() {
        return current == null ? Optional.of(OUTSIDE_TRACE) : Optional.empty();
    }

    @Override
    public Optional<String> text(int column) {
        return current == null ? Optional.empty() : Optional.ofNullable(current[column]);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw RefusedFile.of(e);
        }
    }

    /** One step on, to a child of the log or of a trace and past it; false at the end of the document. */
    private boolean readOn() throws XMLStreamException, RefusedFile {
        if (!xml.hasNext()) {
            return false;
        }

        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            readElement(xml.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT && inTrace) {
            endTrace();
        }

        return true;
    }

    private void readElement(String name) throws XMLStreamException, RefusedFile {
        if (inTrace && name.equals(EVENT)) {
            trace.add(readEvent());
        } else if (inTrace) {
            readAttribute(CASE_PREFIX, trace.shared());
        } else if (name.equals("trace")) {
            inTrace = true;
            traces++;
            trace = new XesTrace(ofTrace, limits.waitingBytes());
        } else if (OBJECT_CENTRIC.contains(name)) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT + ":ocel");
        } else {
            outside += name.equals(EVENT) ? 1 : 0;
            skip();
        }
    }

    private void endTrace() {
        inTrace = false;
        Integer name = wanted.get(CASE_NAME);
        if (name != null && trace.shared()[name] == null) {
            trace.shared()[name] = "trace-" + traces + "@" + fileId;
        }

        trace.end();
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

        outside += xml.getLocalName().equals(EVENT) ? 1 : 0;
        skip();
    }

    /** To the end of an element; events in it are in no place where the standard has them. */
    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                outside += xml.getLocalName().equals(EVENT) ? 1 : 0;
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
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Limits.USUAL.recordChars());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.XML_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.XML_DEPTH);
        return factory;
    }
}
