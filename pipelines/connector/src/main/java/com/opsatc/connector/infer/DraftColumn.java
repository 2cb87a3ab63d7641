package com.opsatc.connector.infer;

import java.util.List;

/**
 * A column of a drafted stream.
 *
 * @param name in expressions
 * @param from its headers
 * @param type a word of the connector's schema
 */
record DraftColumn(
        String name, List<String> from, String type, boolean required, List<String> formats, String description) {
    DraftColumn {
        from = List.copyOf(from);
        formats = List.copyOf(formats);
    }

    static DraftColumn text(String name, List<String> from, boolean required, String description) {
        return new DraftColumn(name, from, "string", required, List.of(), description);
    }

    /** As the file has it: its headers, the words that it stands under in expressions, and how it is written. */
    String yaml() {
        return name + ": {from: " + (from.size() == 1 ? ConnectorDraft.quoted(from.get(0)) : ConnectorDraft.all(from))
                + ", type: " + type
                + (required ? ", required: true" : "")
                + (formats.isEmpty() ? "" : ", formats: " + ConnectorDraft.all(formats)) + ", description: "
                + ConnectorDraft.quoted(description) + "}";
    }
}
