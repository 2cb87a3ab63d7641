package com.opsatc.connector.mapping;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.spec.Settings;

/**
 * An object that an event concerns.
 *
 * @param id expression: a name, or a list of names; null for none
 * @param qualifier what the object is to the event; null when there is nothing to say
 */
public record ObjectReference(String type, String id, String qualifier) {
    public ObjectReference {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
    }

    ObjectReference with(Settings settings) {
        return new ObjectReference(type, settings.expression(id), qualifier);
    }
}
