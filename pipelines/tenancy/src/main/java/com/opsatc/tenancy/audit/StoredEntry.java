package com.opsatc.tenancy.audit;

import static java.util.Objects.requireNonNull;

/**
 * An entry as the database has it; nothing of it is believed yet.
 *
 * @param leaf its hash in the log's tree
 * @param sealed the entry, encrypted
 */
public record StoredEntry(long number, byte[] leaf, byte[] sealed) {
    public StoredEntry {
        requireNonNull(leaf, "leaf");
        requireNonNull(sealed, "sealed");
    }
}
