package com.opsatc.boundary.audit.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One line of signature under a note.
 *
 * @param id four bytes that, with the name, say which key made it
 * @param signature as the kind of the key lays it out
 */
public record NoteSignature(String name, byte[] id, byte[] signature) {
    private static final String DASH = "\u2014 ";
    private static final int ID_BYTES = 4;
    private static final String WHAT = "a signature line of a note";

    /** Reads a line without its end. */
    static NoteSignature parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals(DASH.strip()) || !NoteText.legalName(parts[1])) {
            throw NoteText.refused(WHAT, "it must be a dash, a name and a signature with spaces between them");
        }

        byte[] bytes = NoteText.base64(parts[2], WHAT);
        if (bytes.length <= ID_BYTES) {
            throw NoteText.refused(WHAT, "its signature is too short");
        }

        return new NoteSignature(
                parts[1], Arrays.copyOf(bytes, ID_BYTES), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
    }

    /** The line, with its end. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(id.length + signature.length)
                .put(id)
                .put(signature)
                .array();
        return DASH + name + " " + NoteText.base64(bytes) + "\n";
    }
}
