package com.opsatc.telemetry.exact;

import com.opsatc.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An exact day as stored: JSON and blanks up to a size that follows from the number of cells and files alone, so that the size of
 * an encrypted file, which anybody who lists the folder sees, says nothing of what was counted.
 */
final class PaddedJson {
    /** What a day takes beside cells and files: names, digests, dates, and a count for each reason to refuse. */
    private static final int REST_BYTES = 6 << 10;
    /** A cell has at most 19 digits, a sign and a comma. */
    private static final int CELL_BYTES = 21;
    /** Digest, number of bytes and the two names. */
    private static final int FILE_BYTES = 128;

    private static final int CLASS_BYTES = 8 << 10;

    private PaddedJson() {}

    static byte[] of(ExactDay day) {
        byte[] json = CanonicalJson.write(day);
        int cells = day.vectors().values().stream().mapToInt(List::size).sum();
        int most = REST_BYTES + CELL_BYTES * cells + FILE_BYTES * day.files().size();
        byte[] padded = Arrays.copyOf(json, CLASS_BYTES * ((most + CLASS_BYTES - 1) / CLASS_BYTES));
        if (json.length > most) {
            throw new IllegalStateException("An exact day takes more than it can");
        }

        Arrays.fill(padded, json.length, padded.length, " ".getBytes(StandardCharsets.US_ASCII)[0]);
        return padded;
    }
}
