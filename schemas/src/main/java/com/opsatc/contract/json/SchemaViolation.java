package com.opsatc.contract.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One rule of a schema that a document breaks, and where; never the offending value, which may be a tenant's.
 *
 * @param pointer JSON pointer of the place, empty for the document itself; a key that is not a plain name is shown as
 *     {@code ?}
 * @param rule the keyword and what it asks for, e.g. {@code type: expected string}
 */
public record SchemaViolation(String pointer, String rule) implements Comparable<SchemaViolation> {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Comparator<SchemaViolation> ORDER =
            Comparator.comparing(SchemaViolation::pointer).thenComparing(SchemaViolation::rule);

    public SchemaViolation {
        requireNonNull(pointer, "pointer");
        requireNonNull(rule, "rule");
    }

    static SchemaViolation of(com.networknt.schema.Error error) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            pointer.append('/')
                    .append(plain(String.valueOf(error.getInstanceLocation().getElement(i))));
        }

        return new SchemaViolation(pointer.toString(), rule(error));
    }

    private static String rule(com.networknt.schema.Error error) {
        JsonNode asked = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "required: " + plain(error.getProperty()) + " is missing";
            case "additionalProperties" ->
                "additionalProperties: unknown property " + plain(error.getProperty()) + meant(error);
            case "type", "enum", "const", "pattern", "format" -> error.getKeyword() + ": expected " + shown(asked);
            case "if" -> "if: the properties do not fit together";
            case "false" -> "not allowed here";
            default -> error.getKeyword() + (asked == null || asked.isContainerNode() ? "" : ": " + shown(asked));
        };
    }

    /** The names that the schema has at this place and that a mistyped one may have meant. */
    private static String meant(com.networknt.schema.Error error) {
        String place = error.getSchemaLocation().getFragment().toString().replaceFirst("/additionalProperties$", "");
        List<String> known = new ArrayList<>();
        SchemaFile.ofId(error.getSchemaLocation().getAbsoluteIri().toString())
                .map(file -> CanonicalJson.tree(file.bytes()).at(place).path("properties"))
                .ifPresent(properties -> properties.fieldNames().forEachRemaining(known::add));
        List<String> near = Nearest.of(plain(error.getProperty()), known);
        return near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?";
    }

    private static String shown(JsonNode asked) {
        return asked.isTextual() ? asked.textValue() : asked.toString();
    }

    private static String plain(String name) {
        return name != null && PLAIN.matcher(name).matches() ? name : "?";
    }

    @Override
    public int compareTo(SchemaViolation other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "/" : pointer) + ": " + rule;
    }
}
