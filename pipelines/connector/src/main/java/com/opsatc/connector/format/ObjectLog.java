package com.opsatc.connector.format;

import com.opsatc.connector.spec.ObjectTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an object-centric log says, as it is read: relations of events to objects in file order, and the types of objects,
 * which may stand anywhere in the file.
 *
 * <p>All of it is held until the file is read, since a relation may name an object that comes later. What it takes is bounded.
 */
final class ObjectLog {
    /** About what a text costs beside its letters. */
    private static final int TEXT = 56;

    private final ObjectTypes types;
    private final long mostBytes;
    private final Map<String, String> objects = new HashMap<>();
    private final Map<String, Event> events = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private long bytes;

    /** @param attributes that were asked for, null each where the event has none */
    record Event(String id, String type, String time, String[] attributes) {}

    /**
     * A relation, or what breaks the standard in its place.
     *
     * @param event null where there is none of the id
     * @param object null where the event touches none
     * @param fault null where the objects decide
     */
    record Relation(Event event, String object, String qualifier, String fault) {}

    ObjectLog(ObjectTypes types, long mostBytes) {
        this.types = types;
        this.mostBytes = mostBytes;
    }

    /** A type that the log declares or uses. */
    void type(String name) throws RefusedFile {
        if (types.refuses(name)) {
            throw new RefusedFile(RefusedFile.PERSON_TYPE, List.of(name));
        }
    }

    void object(String id, String type) throws RefusedFile {
        if (id != null && type != null) {
            type(type);
            objects.put(kept(id), kept(type));
            hold(TEXT);
        }
    }

    Event event(String id, String type, String time, String[] attributes) throws RefusedFile {
        Event event = new Event(kept(id), kept(type), time, attributes);
        hold(2L * TEXT + (time == null ? 0 : time.length()));
        for (String attribute : attributes) {
            hold(attribute == null ? 0 : TEXT + attribute.length());
        }

        return event;
    }

    /** Keeps an event under its id, for relations that stand elsewhere; the first of an id. */
    void index(Event event) {
        if (event.id() != null) {
            events.putIfAbsent(event.id(), event);
        }
    }

    void relation(Event event, String object, String qualifier) throws RefusedFile {
        add(new Relation(event, kept(object), kept(qualifier), null));
    }

    /** A relation to the event of an id. */
    void relation(String event, String object, String qualifier) throws RefusedFile {
        Event known = events.get(event);
        add(new Relation(known, kept(object), kept(qualifier), known == null ? RecordReader.DANGLING_EVENT : null));
    }

    void fault(Event event, String fault) throws RefusedFile {
        add(new Relation(event, null, null, fault));
    }

    /** What the bytes of a file cost that is held as it is. */
    void hold(long more) throws RefusedFile {
        bytes += more;
        if (bytes > mostBytes) {
            throw new RefusedFile(RefusedFile.LOG_TOO_LARGE);
        }
    }

    List<Relation> relations() {
        return relations;
    }

    /** Null for an object that the file does not have. */
    String typeOf(String object) {
        return object == null ? null : objects.get(object);
    }

    /** Whether there is an object of a type. */
    boolean knows(String type) {
        return objects.containsValue(type);
    }

    /** The types of all objects, in the order of their names. */
    List<String> types() {
        return objects.values().stream().distinct().sorted().toList();
    }

    boolean leavesOut(String type) {
        return types.leavesOut(type);
    }

    private void add(Relation relation) throws RefusedFile {
        relations.add(relation);
        hold(TEXT);
    }

    /** One copy of each text: ids stand in a log as often as they are touched. */
    private String kept(String text) throws RefusedFile {
        if (text == null) {
            return null;
        }

        String known = shared.putIfAbsent(text, text);
        if (known == null) {
            hold(2L * TEXT + text.length());
        }

        return known == null ? text : known;
    }
}
