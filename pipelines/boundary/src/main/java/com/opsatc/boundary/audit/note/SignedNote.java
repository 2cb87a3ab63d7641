package com.opsatc.boundary.audit.note;

import com.opsatc.contract.error.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with signatures under it (C2SP signed-note).
 *
 * <p>Guarantee of {@link #verified}: a known key signed exactly this text, and no line that claims to be of a known key fails.
 *
 * @param text with its last line end
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_SIGNATURES = 64;
    private static final String WHAT = "a signed note";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (text.isEmpty() || !text.endsWith("\n")) {
            throw NoteText.refused(WHAT, "its text must end with a line end");
        }
    }

    /**
     * Reads a note; nothing in it is to be believed before it is {@link #verified}.
     *
     * @throws PipelineException for what is no note, or more than 64 KiB or 64 signatures
     */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw NoteText.refused(WHAT, "it is longer than " + MOST_BYTES + " bytes");
        }

        String note = NoteText.of(bytes, WHAT);
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw NoteText.refused(WHAT, "it must be a text, an empty line, and lines of signatures");
        }

        List<NoteSignature> signatures = signatures(note.substring(end + 2));
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** Reads lines of signatures that stand alone, as a witness answers. */
    public static List<NoteSignature> signatures(String lines) {
        if (!lines.endsWith("\n")) {
            throw NoteText.refused(WHAT, "its last line has no end");
        }

        String[] each = lines.substring(0, lines.length() - 1).split("\n", -1);
        if (each.length > MOST_SIGNATURES) {
            throw NoteText.refused(WHAT, "it has more than " + MOST_SIGNATURES + " signatures");
        }

        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : each) {
            signatures.add(NoteSignature.parse(line));
        }
        return signatures;
    }

    /**
     * Which of the keys signed it.
     *
     * @throws PipelineException when none did, or a line that names one of them does not verify
     */
    public List<VerifierKey> verified(Collection<VerifierKey> known) {
        List<VerifierKey> signers = signers(known);
        if (signers.isEmpty()) {
            throw NoteText.refused(WHAT, "none of the known keys signed it");
        }

        return signers;
    }

    /** As {@link #verified}, and none for a note that no known key signed. */
    List<VerifierKey> signers(Collection<VerifierKey> known) {
        List<VerifierKey> signers = new ArrayList<>();
        for (VerifierKey key : known) {
            for (NoteSignature signature : signatures) {
                if (key.made(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw NoteText.refused(WHAT, "a signature under the name of " + key.name() + " is not its own");
                    }
                    if (!signers.contains(key)) {
                        signers.add(key);
                    }
                }
            }
        }

        return signers;
    }

    /** The same text with further signatures under it. */
    public SignedNote with(List<NoteSignature> further) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.addAll(further);
        return new SignedNote(text, all);
    }

    /** The whole note. */
    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }
}
