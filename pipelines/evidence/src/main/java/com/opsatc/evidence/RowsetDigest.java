package com.opsatc.evidence;

import com.opsatc.contract.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * SHA-256 over evidence rows in their order, independent of the file format they are stored in.
 *
 * <p>Every field is written as {@code length:text} (length in UTF-8 bytes, numbers in plain decimal, dates ISO-8601), an
 * absent one as {@code -}, further citations follow in threes, attributes, each after a {@code =}, in twos, and every row ends
 * with a line feed, so that no two row sets have the same text.
 *
 * <pre>
 * order-7, sap, 3f…a1, 12, NO 7, absent (3), 2026-03-02, 1, 1, false
 *   -&gt;  7:order-73:sap64:3f…a12:124:NO 7---10:2026-03-021:11:15:false⏎
 * </pre>
 */
final class RowsetDigest {
    private final MessageDigest digest = Sha256.digest();

    void add(EvidenceRow row) {
        StringBuilder line = new StringBuilder(256);
        field(line, row.record());
        field(line, row.system());
        field(line, row.file());
        field(line, row.row());
        field(line, row.key());
        field(line, row.toFile());
        field(line, row.toRow());
        field(line, row.toKey());
        field(line, row.date());
        field(line, row.contribution());
        field(line, row.weight());
        field(line, row.censored());
        for (CitedRow cited : row.more()) {
            field(line, cited.file());
            field(line, cited.row());
            field(line, cited.key());
        }
        row.attributes().forEach((name, value) -> {
            line.append('=');
            field(line, name);
            field(line, value);
        });
        digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of all rows added; call it once. */
    Sha256 finish() {
        return Sha256.finish(digest);
    }

    private static void field(StringBuilder line, Object value) {
        if (value == null) {
            line.append('-');
            return;
        }

        String text = value.toString();
        line.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text);
    }
}
