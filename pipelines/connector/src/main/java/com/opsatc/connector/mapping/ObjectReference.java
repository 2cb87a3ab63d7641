package com.opsatc.connector.mapping;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.spec.Settings;

/**
 * An object that an event concerns.
 *
 * @param id expression: a name, or a list of names; null for none
 * @param typeFrom expression for the type, where the record tells it; null for {@code type}
 * @param qualifier what the object is to the event; null when there is nothing to say
 * @param qualifierFrom expression for it, where the record tells it; null for {@code qualifier}
 */
public record ObjectReference(String type, String typeFrom, String id, String qualifier, String qualifierFrom) {
    public ObjectReference {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
    }

    ObjectReference with(Settings settings) {
        return new ObjectReference(
                type,
                settings.expression(typeFrom),
                settings.expression(id),
                qualifier,
                settings.expression(qualifierFrom));
    }
}
