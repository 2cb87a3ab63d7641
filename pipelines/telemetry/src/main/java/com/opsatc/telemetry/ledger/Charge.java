package com.opsatc.telemetry.ledger;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What one block of a day's release costs.
 *
 * @param blockId the block's name in the release manifest: 1 to 64 characters of A-Z a-z 0-9 . _ -, not starting with a sign
 * @param rho more than zero: a block that costs nothing is released without the ledger
 */
public record Charge(String blockId, Rho rho) {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Charge {
        requireNonNull(blockId, "blockId");
        requireNonNull(rho, "rho");
        if (!LEGAL.matcher(blockId).matches()) {
            throw new IllegalArgumentException(
                    "Illegal block id: use 1 to 64 characters of A-Z a-z 0-9 . _ -, starting with a letter or digit");
        }

        if (rho.compareTo(Rho.ZERO) == 0) {
            throw new IllegalArgumentException("Invalid charge of block " + blockId + ": rho must be more than 0");
        }
    }
}
