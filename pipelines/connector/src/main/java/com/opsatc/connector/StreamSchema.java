package com.opsatc.connector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.StreamSpec;

/** The JSON Schema of a stream's accepted rows, as they would stand in JSON: what is read, column by column. */
public final class StreamSchema {
    private StreamSchema() {}

    /** Draft 2020-12, indented, with a line end at the end; the same connector gives the same text. */
    public static String json(Connector connector, StreamSpec stream) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(
                "$id",
                "https://opsatc.com/connectors/" + connector.id() + "/" + connector.version() + "/" + stream.name());
        schema.put("title", connector.title() + ": " + stream.name());
        schema.put("description", stream.description());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (ColumnSpec column : stream.columns().values()) {
            properties.set(column.name(), property(column));
            if (column.required() || stream.key().contains(column.name())) {
                required.add(column.name());
            }
        }

        schema.put("additionalProperties", false);
        return schema.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode property(ColumnSpec column) {
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("description", column.description());
        switch (column.type()) {
            case STRING -> property.put("type", "string");
            case INTEGER -> property.put("type", "integer");
            case DECIMAL -> property.put("type", "number");
            case DATE -> property.put("type", "string").put("format", "date");
            case INSTANT -> property.put("type", "string").put("format", "date-time");
            case TIME -> property.put("type", "string").put("format", "time");
            case BOOLEAN -> property.put("type", "boolean");
            case LIST -> property.put("type", "array").putObject("items").put("type", "string");
            case SLOT -> property.put("type", "integer");
        }

        ArrayNode headers = property.putArray("x-headers");
        column.from().forEach(headers::add);
        return property.put("x-classification", column.classification().word());
    }
}
