package com.opsatc.connector.format;

import com.opsatc.connector.format.ObjectLog.Event;
import com.opsatc.connector.format.ObjectLog.Relation;
import com.opsatc.connector.spec.ObjectTypes;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Relations of an OCEL 2.0 log, in its JSON, XML or SQLite form: a record for each pair of an event and an object that it
 * touches, in file order, with the event's columns beside the object's. What breaks the standard is a record with a fault: a
 * relation to an event or object that the file does not have, an event that touches nothing or has no time, and an
 * attribute value of an object without a time. So is a relation to an object of a type that is left out.
 *
 * <p>Guarantee: every relation that the file has is one record, so that all of them are accounted for. Object attributes are
 * not read, nor are event attributes that are not asked for. A log whose relations take more than {@link
 * Limits#OBJECT_LOG_BYTES} is refused.
 */
final class OcelReader implements RecordReader {
    private final ObjectLog log;
    private final ObjectColumns columns;
    private final List<Relation> relations;
    private int at = -1;
    private Event idsOf;
    private Map<String, String> ids = Map.of();
    private Map<Event, Set<String>> touched;

    private OcelReader(ObjectLog log, ObjectColumns columns) throws RefusedFile {
        this.log = log;
        this.columns = columns;
        this.relations = log.relations();
        for (String type : columns.types()) {
            if (!log.knows(type)) {
                throw new RefusedFile(RefusedFile.NO_OBJECT_TYPE, List.of(type, String.join(", ", log.types())));
            }
        }
    }

    /**
     * @param form as {@link Container} calls it: {@code sqlite}, {@code json}, else XML
     * @throws RefusedFile for a log of OCEL 1.0, a broken one, and one with a type that stands for people
     */
    static OcelReader open(String form, InputStream content, List<String> headers, ObjectTypes types)
            throws IOException {
        ObjectColumns columns = new ObjectColumns(headers);
        ObjectLog log = new ObjectLog(types, Limits.OBJECT_LOG_BYTES);
        switch (form) {
            case "sqlite" -> OcelSqlite.read(content, log, columns);
            case "json" -> OcelJson.read(content, log, columns);
            default -> OcelXml.read(content, log, columns);
        }

        return new OcelReader(log, columns);
    }

    @Override
    public boolean next() {
        if (at + 1 >= relations.size()) {
            return false;
        }

        at++;
        return true;
    }

    @Override
    public long row() {
        return at + 1L;
    }

    @Override
    public Optional<String> fault() {
        Relation relation = relations.get(at);
        if (relation.fault() != null) {
            return Optional.of(relation.fault());
        }
        if (relation.event().time() == null) {
            return Optional.of(EVENT_WITHOUT_TIME);
        }

        String type = log.typeOf(relation.object());
        if (type == null) {
            return Optional.of(DANGLING_OBJECT);
        }

        return log.leavesOut(type) ? Optional.of(LEFT_OUT_TYPE) : Optional.empty();
    }

    @Override
    public Optional<String> text(int column) {
        Relation relation = relations.get(at);
        if (fault().isPresent()) {
            return Optional.empty();
        }

        return columns.text(column, relation, log.typeOf(relation.object()), idsOf(relation.event()));
    }

    @Override
    public void close() {
        // What was read is in memory; whoever opened the content closes it.
    }

    private Map<String, String> idsOf(Event event) {
        if (columns.types().isEmpty() || event == idsOf) {
            return ids;
        }
        if (touched == null) {
            touched = touched();
        }

        idsOf = event;
        ids = new HashMap<>();
        for (String type : columns.types()) {
            List<String> quoted = new ArrayList<>();
            for (String object : new TreeSet<>(touched.getOrDefault(event, Set.of()))) {
                if (type.equals(log.typeOf(object))) {
                    quoted.add(quoted(object));
                }
            }

            if (!quoted.isEmpty()) {
                ids.put(type, "[" + String.join(",", quoted) + "]");
            }
        }

        return ids;
    }

    /** Relations of one event may stand apart. */
    private Map<Event, Set<String>> touched() {
        Map<Event, Set<String>> objects = new IdentityHashMap<>();
        for (Relation relation : relations) {
            if (relation.fault() == null && columns.types().contains(log.typeOf(relation.object()))) {
                objects.computeIfAbsent(relation.event(), event -> new LinkedHashSet<>())
                        .add(relation.object());
            }
        }

        return objects;
    }

    private static String quoted(String name) {
        char quote = name.indexOf('"') < 0 ? '"' : '\'';
        return quote + name + quote;
    }
}
