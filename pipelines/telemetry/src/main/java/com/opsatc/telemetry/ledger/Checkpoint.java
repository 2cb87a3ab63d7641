package com.opsatc.telemetry.ledger;

import com.opsatc.contract.id.Sha256;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the privacy ledger had come, as its {@link LedgerAnchor} states it in six lines of ASCII:
 *
 * <pre>
 *  opsatc privacy anchor 1
 *  key 4f0c2a9be1d07733                  the salt id of the platform's key
 *  sequence 8                            the number of entries
 *  entry b1946ac9...                     the hash of the last one
 *  day 2026-03-01                        its day, or none
 *  rho 289/50000                         all that was ever charged
 * </pre>
 */
record Checkpoint(String keyId, long sequence, Sha256 entrySha256, String lastDay, Rho charged) {
    private static final Pattern TEXT =
            Pattern.compile("opsatc privacy anchor 1\nkey ([0-9a-f]{16})\nsequence ([0-9]{1,18})\n"
                    + "entry ([0-9a-f]{64})\nday ([0-9-]{10}|none)\nrho ([0-9]+)/([0-9]+)\n");

    /** Where a chain ends. */
    static Checkpoint of(String keyId, LedgerChain chain) {
        return new Checkpoint(
                keyId,
                chain.length(),
                chain.hashAt(chain.length()),
                chain.last().map(entry -> entry.day().toString()).orElse("none"),
                chain.charged());
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<Checkpoint> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }

        return Optional.of(new Checkpoint(
                parts.group(1),
                Long.parseLong(parts.group(2)),
                new Sha256(parts.group(3)),
                parts.group(4),
                new Rho(new BigInteger(parts.group(5)), new BigInteger(parts.group(6)))));
    }

    String text() {
        return String.join(
                "\n",
                List.of(
                        "opsatc privacy anchor 1",
                        "key " + keyId,
                        "sequence " + sequence,
                        "entry " + entrySha256,
                        "day " + lastDay,
                        "rho " + charged,
                        ""));
    }

    /** For messages: what a ledger that goes on from here must hold. */
    String summary() {
        return sequence + " entries until " + lastDay + " with rho " + charged + " in all";
    }
}
