package com.opsatc.connector.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An OCEL 2.0 log in XML; declares a document type no more than an XES log may, see {@link XesReader}. */
final class OcelXml {
    /** Children of a log that the first version of the standard has, and XES. */
    private static final Set<String> OTHER = Set.of("global", "trace", "classifier", "extension");

    private final XMLStreamReader xml;
    private final ObjectLog log;
    private final ObjectColumns columns;

    private OcelXml(XMLStreamReader xml, ObjectLog log, ObjectColumns columns) {
        this.xml = xml;
        this.log = log;
        this.columns = columns;
    }

    static void read(InputStream content, ObjectLog log, ObjectColumns columns) throws IOException {
        try {
            XMLStreamReader xml = XesReader.atRoot(content, Limits.USUAL);
            if (!xml.getLocalName().equals("log")) {
                throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of("xml"));
            }

            new OcelXml(xml, log, columns).whole();
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (XMLStreamException e) {
            throw RefusedFile.of(e);
        }
    }

    private interface Child {
        void read(String name) throws XMLStreamException, IOException;
    }

    /** The children of the element that is open, each read to its end. */
    private void children(Child child) throws XMLStreamException, IOException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
            }
        }
    }

    private void whole() throws XMLStreamException, IOException {
        boolean[] seen = new boolean[2];
        children(name -> {
            switch (name) {
                case "objects" -> {
                    seen[0] = true;
                    children(each -> only(each, "object", this::object));
                }
                case "events" -> {
                    seen[1] = true;
                    children(each -> only(each, "event", this::event));
                }
                default -> {
                    if (OTHER.contains(name)) {
                        throw other(name);
                    }

                    skip();
                }
            }
        });
        if (!seen[0] || !seen[1]) {
            throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of(Container.XES));
        }
    }

    private static RefusedFile other(String name) {
        return new RefusedFile(
                RefusedFile.NOT_DECLARED_FORMAT, List.of(name.equals("global") ? Container.OCEL_1 : Container.XES));
    }

    private interface Element {
        void read() throws XMLStreamException, IOException;
    }

    private void only(String name, String wanted, Element element) throws XMLStreamException, IOException {
        if (name.equals(wanted)) {
            element.read();
        } else {
            skip();
        }
    }

    private void object() throws XMLStreamException, IOException {
        String id = attribute("id");
        String type = attribute("type");
        if (id == null && type == null) {
            throw other("global");
        }

        log.object(id, type);
        children(part -> only(
                part,
                "attributes",
                () -> children(each -> {
                    if (each.equals("attribute") && attribute("time") == null) {
                        log.fault(null, RecordReader.UNTIMED_ATTRIBUTE);
                    }

                    skip();
                })));
    }

    private void event() throws XMLStreamException, IOException {
        String[] attributes = new String[columns.attributes().size()];
        String id = attribute("id");
        String type = attribute("type");
        String time = attribute("time");
        if (id == null && type == null) {
            throw other("global");
        }

        List<String[]> touches = new ArrayList<>();
        children(part -> {
            switch (part) {
                case "attributes" -> children(each -> readAttribute(attributes));
                case "objects", "relationships" ->
                    children(each -> {
                        touches.add(new String[] {attribute("object-id"), attribute("qualifier")});
                        skip();
                    });
                default -> skip();
            }
        });
        ObjectLog.Event read = log.event(id, type, time, attributes);
        for (String[] touch : touches) {
            log.relation(read, touch[0], touch[1]);
        }
        if (touches.isEmpty()) {
            log.fault(read, RecordReader.EVENT_WITHOUT_OBJECT);
        }
    }

    private void readAttribute(String[] into) throws XMLStreamException, IOException {
        Integer place = columns.attributes().get(attribute("name"));
        StringBuilder value = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (place != null && xml.isCharacters()) {
                if (value.length() > Limits.USUAL.recordChars()) {
                    throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
                }

                value.append(xml.getText());
            }
        }

        if (place != null && into[place] == null) {
            into[place] = value.toString();
        }
    }

    private String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
