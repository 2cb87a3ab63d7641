package com.opsatc.boundary.audit.note;

import com.opsatc.boundary.audit.tree.TreeHasher;
import java.util.Arrays;
import java.util.List;

/**
 * The state of a log that its owner signs (C2SP tlog-checkpoint): which log, how many entries, and the root over them.
 *
 * @param origin names the log, and the key that signs for it
 * @param extensions further lines, which nobody vouches for
 */
public record LogCheckpoint(String origin, long size, byte[] root, List<String> extensions) {
    private static final int FIRST_LINES = 3;
    private static final String WHAT = "a checkpoint";

    public LogCheckpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n") || size < 0 || root.length != TreeHasher.BYTES) {
            throw NoteText.refused(WHAT, "it needs an origin, a size from 0 and a root of 32 bytes");
        }
    }

    public LogCheckpoint(String origin, long size, byte[] root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note; whether to believe it is for its signatures to say. */
    public static LogCheckpoint parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int end = lines.size() - 1;
        if (end < FIRST_LINES
                || !lines.get(end).isEmpty()
                || lines.subList(0, end).contains("")) {
            throw NoteText.refused(WHAT, "it must be three or more lines, none of them empty");
        }

        byte[] root = NoteText.base64(lines.get(2), WHAT);
        if (root.length != TreeHasher.BYTES) {
            throw NoteText.refused(WHAT, "its root must have 32 bytes");
        }

        return new LogCheckpoint(
                lines.get(0), NoteText.decimal(lines.get(1), WHAT), root, lines.subList(FIRST_LINES, end));
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n');
        text.append(NoteText.base64(root)).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The text under the log's own signature. */
    public SignedNote signed(NoteKey key) {
        return new SignedNote(text(), List.of(key.sign(text())));
    }

    /** Whether both are of one state of one log. */
    public boolean sameTree(LogCheckpoint other) {
        return origin.equals(other.origin) && size == other.size && Arrays.equals(root, other.root);
    }

    @Override
    public String toString() {
        return "LogCheckpoint[" + origin + ", " + size + "]";
    }
}
