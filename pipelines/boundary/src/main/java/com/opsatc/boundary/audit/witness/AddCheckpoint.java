package com.opsatc.boundary.audit.witness;

import com.opsatc.boundary.audit.note.SignedNote;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a log asks of a witness: to cosign a checkpoint.
 *
 * @param oldSize of the tree that the witness cosigned last
 * @param proof that the tree of the checkpoint begins with that one
 */
public record AddCheckpoint(long oldSize, List<byte[]> proof, SignedNote note) {
    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** Reads a request's body, or refuses it; nothing of it is believed yet. */
    static AddCheckpoint parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(OLD)) {
            throw refused("it must be a line 'old <size>', the hashes of a proof, an empty line and a checkpoint");
        }

        List<String> lines =
                new ArrayList<>(Arrays.asList(text.substring(0, end).split("\n", -1)));
        String size = lines.remove(0).substring(OLD.length());
        if (!size.matches("0|[1-9][0-9]{0,17}") || lines.size() > MOST_HASHES) {
            throw refused("the old size is decimal without leading zeroes, and a proof has at most 63 hashes");
        }

        List<byte[]> proof = new ArrayList<>();
        for (String line : lines) {
            proof.add(hash(line));
        }
        return new AddCheckpoint(
                Long.parseLong(size),
                proof,
                SignedNote.parse(text.substring(end + 2).getBytes(StandardCharsets.UTF_8)));
    }

    /** The request's body. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        text.append('\n').append(new String(note.bytes(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hash(String line) {
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            throw refused("a hash of the proof is no Base64");
        }
    }

    private static PipelineException refused(String why) {
        return new PipelineException(ErrorCode.CONFIGURATION, "Cannot read a request to a witness: " + why);
    }
}
