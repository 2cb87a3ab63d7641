package com.opsatc.connector.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that a relation of an object-centric log has, by the names that are asked for. Names that begin with {@code
 * ocel:} are the standard's; every other is an attribute of the event.
 */
final class ObjectColumns {
    private static final String PREFIX = "ocel:";
    private static final String EVENT_ID = PREFIX + "event-id";
    private static final String ACTIVITY = PREFIX + "event-type";
    private static final String TIME = PREFIX + "time";
    private static final String OBJECT_ID = PREFIX + "object-id";
    private static final String OBJECT_TYPE = PREFIX + "object-type";
    private static final String QUALIFIER = PREFIX + "qualifier";
    /** Followed by a type: the ids of the event's objects of that type. */
    private static final String OBJECTS = PREFIX + "objects:";

    private final List<String> asked;
    private final Map<String, Integer> attributes = new HashMap<>();

    ObjectColumns(List<String> asked) {
        this.asked = List.copyOf(asked);
        for (String name : asked) {
            if (!name.startsWith(PREFIX)) {
                attributes.putIfAbsent(name, attributes.size());
            }
        }
    }

    /** Places of the attributes in {@link ObjectLog.Event#attributes}, by name. */
    Map<String, Integer> attributes() {
        return attributes;
    }

    /** The types whose ids are asked for together. */
    List<String> types() {
        return asked.stream()
                .filter(name -> name.startsWith(OBJECTS))
                .map(name -> name.substring(OBJECTS.length()))
                .toList();
    }

    /** @param ids of the event's objects of a type, as a text that a list is read from */
    Optional<String> text(int column, ObjectLog.Relation relation, String type, Map<String, String> ids) {
        String name = asked.get(column);
        ObjectLog.Event event = relation.event();
        return Optional.ofNullable(
                switch (name) {
                    case EVENT_ID -> event.id();
                    case ACTIVITY -> event.type();
                    case TIME -> event.time();
                    case OBJECT_ID -> relation.object();
                    case OBJECT_TYPE -> type;
                    case QUALIFIER -> relation.qualifier();
                    default ->
                        name.startsWith(OBJECTS)
                                ? ids.get(name.substring(OBJECTS.length()))
                                : attributes.containsKey(name) ? event.attributes()[attributes.get(name)] : null;
                });
    }
}
