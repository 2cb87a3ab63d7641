package com.opsatc.telemetry.input.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The bytes of one line, or of a value in it. JSON does not order the fields of an object, so that a value may stand before
 * what decides whether it is read at all; its place is kept, and it is parsed when that is known.
 */
@SuppressWarnings("ArrayRecordComponent")
record JsonLine(JsonFactory json, byte[] bytes, int offset, int length) {
    /** Where a value stands, from the line's start. */
    record Place(int start, int end) {}

    /** Reads a value that is parsed on its own; places in it are those of the part. */
    @FunctionalInterface
    interface PartReader {
        void read(JsonLine part, JsonParser value) throws IOException;
    }

    JsonParser parser() throws IOException {
        return json.createParser(bytes, offset, length);
    }

    /** Skips the value that the parser of this line stands on, and remembers its place. */
    Place skipped(JsonParser parser) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        } else {
            parser.finishToken();
        }
        return new Place(start, (int) parser.currentLocation().getByteOffset());
    }

    /** Reads the value at a place; a null is an absent one. */
    void read(Place place, PartReader reader) throws IOException {
        JsonLine part = new JsonLine(json, bytes, offset + place.start(), place.end() - place.start());
        try (JsonParser value = part.parser()) {
            if (value.nextToken() != JsonToken.VALUE_NULL) {
                reader.read(part, value);
            }
        }
    }

    @Override
    public String toString() {
        return "Line";
    }
}
