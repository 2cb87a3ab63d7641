package com.opsatc.connector.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An OCEL 2.0 log in JSON. Members may stand in any order; those that the standard does not know are skipped.
 *
 * <p>Guarantee: depth, names, numbers and texts are bounded by the parser before they are taken into memory.
 */
final class OcelJson {
    private static final String VERSION_1 = "ocel:";
    private static final int DEPTH = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(Limits.USUAL.recordChars())
                    .build())
            .build();

    private final JsonParser json;
    private final ObjectLog log;
    private final ObjectColumns columns;

    private OcelJson(JsonParser json, ObjectLog log, ObjectColumns columns) {
        this.json = json;
        this.log = log;
        this.columns = columns;
    }

    static void read(InputStream content, ObjectLog log, ObjectColumns columns) throws IOException {
        try (JsonParser json = FACTORY.createParser(content).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            new OcelJson(json, log, columns).whole();
        } catch (StreamConstraintsException e) {
            throw new RefusedFile(RefusedFile.RECORD_TOO_LONG);
        } catch (StreamReadException e) {
            throw new RefusedFile(
                    RefusedFile.BROKEN_JSON,
                    List.of(String.valueOf(e.getLocation().getLineNr())));
        }
    }

    private void whole() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw notALog();
        }

        Set<String> members = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            members.add(name);
            json.nextToken();
            if (name.startsWith(VERSION_1)) {
                throw new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of(Container.OCEL_1));
            }

            switch (name) {
                case "objects" -> each(this::object);
                case "events" -> each(this::event);
                default -> json.skipChildren();
            }
        }

        // Reading on tells what follows the log's end, and that nothing is cut.
        if (json.currentToken() != JsonToken.END_OBJECT || !members.containsAll(Set.of("objects", "events"))) {
            throw notALog();
        }
        if (json.nextToken() != null) {
            throw notALog();
        }
    }

    private interface Item {
        void read() throws IOException;
    }

    /** Every object of an array; anything else in it is no log. */
    private void each(Item item) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw notALog();
        }

        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw notALog();
            }

            item.read();
        }
    }

    private void object() throws IOException {
        String[] id = new String[2];
        long[] untimed = new long[1];
        members(name -> {
            switch (name) {
                case "id" -> id[0] = scalar();
                case "type" -> id[1] = scalar();
                case "attributes" -> each(() -> untimed[0] += isUntimed() ? 1 : 0);
                default -> json.skipChildren();
            }
        });
        log.object(id[0], id[1]);
        for (long i = 0; i < untimed[0]; i++) {
            log.fault(null, RecordReader.UNTIMED_ATTRIBUTE);
        }
    }

    private boolean isUntimed() throws IOException {
        boolean[] timed = new boolean[1];
        members(name -> {
            timed[0] |= name.equals("time") && json.currentToken() == JsonToken.VALUE_STRING;
            json.skipChildren();
        });
        return !timed[0];
    }

    private void event() throws IOException {
        String[] event = new String[3];
        String[] attributes = new String[columns.attributes().size()];
        List<String[]> touches = new ArrayList<>();
        members(name -> {
            switch (name) {
                case "id" -> event[0] = scalar();
                case "type" -> event[1] = scalar();
                case "time" -> event[2] = scalar();
                case "attributes" -> each(() -> attribute(attributes));
                case "relationships" -> each(() -> touches.add(pair("objectId", "qualifier")));
                default -> json.skipChildren();
            }
        });
        ObjectLog.Event read = log.event(event[0], event[1], event[2], attributes);
        for (String[] touch : touches) {
            log.relation(read, touch[0], touch[1]);
        }
        if (touches.isEmpty()) {
            log.fault(read, RecordReader.EVENT_WITHOUT_OBJECT);
        }
    }

    private void attribute(String[] into) throws IOException {
        String[] pair = pair("name", "value");
        Integer place = columns.attributes().get(pair[0]);
        if (place != null && into[place] == null) {
            into[place] = pair[1];
        }
    }

    private String[] pair(String first, String second) throws IOException {
        String[] pair = new String[2];
        members(name -> {
            if (name.equals(first)) {
                pair[0] = scalar();
            } else if (name.equals(second)) {
                pair[1] = scalar();
            } else {
                json.skipChildren();
            }
        });
        return pair;
    }

    private interface Member {
        void read(String name) throws IOException;
    }

    /** The members of the object that is open, each at its value; what a reader leaves of it is skipped. */
    private void members(Member member) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            member.read(name);
        }
    }

    /** The text of a value; null for null, and for what is no single value. */
    private String scalar() throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return null;
        }

        return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
    }

    private static RefusedFile notALog() {
        return new RefusedFile(RefusedFile.NOT_DECLARED_FORMAT, List.of("json"));
    }
}
