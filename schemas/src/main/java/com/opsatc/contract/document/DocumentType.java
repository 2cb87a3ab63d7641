package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.json.SchemaFile;

/**
 * A kind of document that every run publishes: an entry of {@link Documents}.
 *
 * @param name in the manifest, e.g. {@code kpis.json}
 * @param type the record that it is, {@link Void} for a page
 * @param schema null for a page
 * @param title what people call it
 * @param description one sentence, for the help and for the service's description
 * @param served whether the advisory service answers with it
 */
public record DocumentType<T>(
        String name, Class<T> type, SchemaFile schema, String title, String description, boolean served) {
    public DocumentType {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(title, "title");
        requireNonNull(description, "description");
    }

    /** What it is asked for by: the verb that reads it, and the last part of its route. */
    public String key() {
        return name.substring(0, name.indexOf('.'));
    }

    public boolean isJson() {
        return schema != null;
    }
}
