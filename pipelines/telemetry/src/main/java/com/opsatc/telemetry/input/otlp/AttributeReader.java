package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.opsatc.telemetry.input.ErrorRule;
import com.opsatc.telemetry.input.MalformedLineException;
import com.opsatc.telemetry.input.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Reads a list of attributes: the values of allowed keys become texts, all others are skipped where they stand. */
final class AttributeReader {
    private static final int MOST_ATTRIBUTES = 128;
    private static final int LONGEST_BYTES = 128;

    private final JsonLine line;
    private final Set<AttributeKey> allowed;
    private final Map<AttributeKey, String> texts = new EnumMap<>(AttributeKey.class);
    private final Set<AttributeKey> present = EnumSet.noneOf(AttributeKey.class);
    private long httpStatus = ErrorRule.NO_STATUS;
    private Refusal problem;
    private int count;

    private AttributeReader(JsonLine line, Set<AttributeKey> allowed) {
        this.line = line;
        this.allowed = allowed;
    }

    static Attributes read(JsonParser json, JsonLine line, Set<AttributeKey> allowed) throws IOException {
        AttributeReader reader = new AttributeReader(line, allowed);
        OtlpJson.eachElement(json, reader::attribute);
        return new Attributes(
                reader.text(AttributeKey.SERVICE_NAME),
                reader.text(AttributeKey.TENANT_ID),
                reader.text(AttributeKey.USER_ID),
                reader.httpStatus,
                reader.present.contains(AttributeKey.ERROR_TYPE),
                reader.text(AttributeKey.EVENT_NAME),
                reader.text(AttributeKey.FEATURE_KEY),
                reader.text(AttributeKey.FLAG_KEY),
                reader.problem);
    }

    private String text(AttributeKey key) {
        return texts.getOrDefault(key, "");
    }

    private void attribute(JsonParser json) throws IOException {
        count++;
        if (count > MOST_ATTRIBUTES) {
            refuse(Refusal.TOO_MANY_ATTRIBUTES);
        }

        Entry entry = new Entry();
        OtlpJson.eachField(json, entry::field);
        if (entry.early != null && wanted(entry.key)) {
            line.read(entry.early, (part, value) -> value(entry.key, value));
        }
    }

    /** One key with its value, in either order. */
    private final class Entry {
        private AttributeKey key;
        private boolean keyRead;
        private JsonLine.Place early;

        private void field(String name, JsonParser json) throws IOException {
            switch (name) {
                case "key" -> key(json);
                case "value" -> {
                    if (!keyRead) {
                        early = line.skipped(json);
                    } else if (wanted(key)) {
                        AttributeReader.this.value(key, json);
                    }
                }
                default -> json.skipChildren();
            }
        }

        private void key(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw new MalformedLineException();
            }

            key = AttributeKey.find(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            keyRead = true;
        }
    }

    private boolean wanted(AttributeKey key) {
        return key != null && allowed.contains(key);
    }

    private void value(AttributeKey key, JsonParser json) throws IOException {
        if (!present.add(key)) {
            refuse(Refusal.DUPLICATE_ATTRIBUTE);
        }
        if (key == AttributeKey.ERROR_TYPE) {
            json.skipChildren();
            return;
        }

        int before = texts.size();
        OtlpJson.eachField(json, (type, typed) -> typedValue(key, type, typed));
        if (key != AttributeKey.HTTP_STATUS && texts.size() == before) {
            refuse(Refusal.BAD_ATTRIBUTE);
        }
    }

    private void typedValue(AttributeKey key, String type, JsonParser json) throws IOException {
        if (key == AttributeKey.HTTP_STATUS) {
            httpStatus = type.equals("intValue") ? OtlpJson.integer(json) : OtlpJson.NOT_A_NUMBER;
            if (httpStatus < 0) {
                refuse(Refusal.BAD_ATTRIBUTE);
            }
            return;
        }

        if (!type.equals("stringValue") || json.currentToken() != JsonToken.VALUE_STRING) {
            refuse(Refusal.BAD_ATTRIBUTE);
            return;
        }

        if (tooLong(json)) {
            refuse(Refusal.TOO_LONG);
            texts.put(key, "");
            return;
        }

        texts.put(key, json.getText());
    }

    private static boolean tooLong(JsonParser json) throws IOException {
        return json.getTextLength() > LONGEST_BYTES
                || json.getText().getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }

    /** The first problem stands. */
    private void refuse(Refusal reason) {
        if (problem == null) {
            problem = reason;
        }
    }
}
