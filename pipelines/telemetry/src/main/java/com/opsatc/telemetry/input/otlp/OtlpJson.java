package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.opsatc.telemetry.input.MalformedLineException;
import java.io.IOException;

/** How OTLP's JSON spells objects, lists and 64-bit integers; unknown fields are skipped where they stand. */
final class OtlpJson {
    /** An integer that is out of range, or something else in its place: legal nowhere in OTLP's fields that are read. */
    static final long NOT_A_NUMBER = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 19;

    private OtlpJson() {}

    /** Reads the value that the parser stands on, up to its last token; what it does not read is skipped. */
    @FunctionalInterface
    interface Value {
        void read(JsonParser json) throws IOException;
    }

    /** Reads the value of the named field. */
    @FunctionalInterface
    interface Field {
        void read(String name, JsonParser json) throws IOException;
    }

    /** Each field of the object that the parser stands on; a null is an absent field. */
    static void eachField(JsonParser json, Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedLineException();
        }

        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                field.read(name, json);
                // A reader that took no interest in an object or list left the parser at its start.
                json.skipChildren();
            }
        }
    }

    /** Each element of the list that the parser stands on. */
    static void eachElement(JsonParser json, Value element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedLineException();
        }

        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read(json);
            json.skipChildren();
        }
    }

    /**
     * Reads the value that the parser stands on, and goes on behind it when it has not the form it should have.
     *
     * @return whether it was read to its end
     * @throws IOException when the text itself is broken, so that nobody can tell where the value ends
     */
    static boolean readAlone(JsonParser json, Value value) throws IOException {
        JsonStreamContext own = json.getParsingContext();
        JsonStreamContext outside = json.currentToken().isStructStart() ? own.getParent() : own;
        try {
            value.read(json);
            return true;
        } catch (MalformedLineException e) {
            while (json.getParsingContext() != outside) {
                json.nextToken();
            }
            return false;
        }
    }

    /** An integer of up to 64 bits, written as a number or as a decimal string; {@link #NOT_A_NUMBER} for all else. */
    static long integer(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_STRING ->
                digits(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            default -> NOT_A_NUMBER;
        };
    }

    /** An enum's number: OTLP writes it as an integer only, names are not accepted; -1 for all else. */
    static long number(JsonParser json) throws IOException {
        long number = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? integer(json) : -1;
        return Math.max(number, -1);
    }

    private static long digits(char[] text, int offset, int length) {
        boolean negative = length > 0 && text[offset] == '-';
        int first = negative ? 1 : 0;
        if (length == first || length - first > MOST_DIGITS) {
            return NOT_A_NUMBER;
        }

        long value = 0;
        for (int i = first; i < length; i++) {
            int digit = text[offset + i] - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return NOT_A_NUMBER;
            }

            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }
}
