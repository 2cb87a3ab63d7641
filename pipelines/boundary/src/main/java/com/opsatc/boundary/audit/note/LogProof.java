package com.opsatc.boundary.audit.note;

import com.opsatc.boundary.audit.tree.InclusionProof;
import com.opsatc.contract.error.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An entry's way into a signed tree, as a text that is checked without the log (C2SP tlog-proof).
 *
 * @param extra what the log's owner adds; here the entry itself, which the proof then holds against the tree
 * @param hashes of the inclusion proof
 */
public record LogProof(Optional<byte[]> extra, long index, List<byte[]> hashes, SignedNote checkpoint) {
    /** How a file's name ends. */
    public static final String ENDING = ".tlog-proof";

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_BYTES = 1 << 18;
    private static final int MOST_HASHES = 63;
    private static final String WHAT = "a proof of logging";

    public LogProof {
        hashes = List.copyOf(hashes);
    }

    /** Reads a proof; nothing in it is to be believed before it is {@link #verified}. */
    public static LogProof parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw NoteText.refused(WHAT, "it is longer than " + MOST_BYTES + " bytes");
        }

        String text = NoteText.of(bytes, WHAT);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw NoteText.refused(WHAT, "it holds no checkpoint");
        }

        List<String> lines =
                new ArrayList<>(Arrays.asList(text.substring(0, end).split("\n", -1)));
        if (!lines.remove(0).equals(HEADER)) {
            throw NoteText.refused(WHAT, "its first line is not " + HEADER);
        }

        Optional<byte[]> extra = Optional.empty();
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            extra = Optional.of(NoteText.base64(lines.remove(0).substring(EXTRA.length()), WHAT));
        }

        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
            throw NoteText.refused(WHAT, "it does not say the index of the entry");
        }

        long index = NoteText.decimal(lines.remove(0).substring(INDEX.length()), WHAT);
        if (lines.size() > MOST_HASHES) {
            throw NoteText.refused(WHAT, "it has more than " + MOST_HASHES + " hashes");
        }

        List<byte[]> hashes =
                lines.stream().map(line -> NoteText.base64(line, WHAT)).toList();
        byte[] note = text.substring(end + 2).getBytes(StandardCharsets.UTF_8);
        return new LogProof(extra, index, hashes, SignedNote.parse(note));
    }

    /**
     * The checkpoint, once the policy accepts it and an entry with this hash is in its tree.
     *
     * @throws PipelineException otherwise, with the reason
     */
    public LogCheckpoint verified(byte[] leaf, TrustPolicy policy) {
        LogCheckpoint accepted = policy.accept(checkpoint);
        if (!new InclusionProof(index, accepted.size(), hashes).holds(leaf, accepted.root())) {
            throw NoteText.refused(WHAT, "the entry is not at index " + index + " of the tree of " + accepted.size());
        }

        return accepted;
    }

    /** The text form. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(
                bytes -> text.append(EXTRA).append(NoteText.base64(bytes)).append('\n'));
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(NoteText.base64(hash)).append('\n'));
        text.append('\n').append(new String(checkpoint.bytes(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
