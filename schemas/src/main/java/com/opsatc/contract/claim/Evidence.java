package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.List;

/**
 * What a figure rests on: a document with every contributing row, the digest of that row set, and the first few rows.
 *
 * @param document name of the Arrow document (see {@link EvidenceColumns}) holding every contributing row
 * @param rows how many rows of it contribute to the figure
 * @param censored how many more it has, of members that are still open; null for none
 * @param digest SHA-256 over the rows in their order, so that a copy of the rows can be checked against the figure
 * @param sample the first citations of contributing rows, in evidence order; never empty when {@code rows} is above zero
 */
public record Evidence(String document, long rows, Long censored, Sha256 digest, List<Citation> sample) {
    public Evidence {
        requireNonNull(document, "document");
        requireNonNull(digest, "digest");
        sample = List.copyOf(sample);
        censored = censored != null && censored == 0 ? null : censored;
        if (rows < 0 || (censored != null && censored < 0) || (rows > 0 && sample.isEmpty())) {
            throw new IllegalArgumentException("Invalid evidence: rows without a citation");
        }
    }

    /** How many rows the document has. */
    public long allRows() {
        return rows + (censored == null ? 0 : censored);
    }
}
