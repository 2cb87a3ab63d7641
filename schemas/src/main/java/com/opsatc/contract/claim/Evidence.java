package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.List;

/**
 * What a figure rests on: a document with every contributing row, the digest of that row set, and the first few rows.
 *
 * @param document name of the Arrow document (see {@link EvidenceColumns}) holding every contributing row
 * @param rows how many rows it has
 * @param digest SHA-256 over the rows in their order, so that a copy of the rows can be checked against the figure
 * @param sample the first citations, in evidence order; never empty when {@code rows} is above zero
 */
public record Evidence(String document, long rows, Sha256 digest, List<Citation> sample) {
    public Evidence {
        requireNonNull(document, "document");
        requireNonNull(digest, "digest");
        sample = List.copyOf(sample);
        if (rows < 0 || (rows > 0 && sample.isEmpty())) {
            throw new IllegalArgumentException("Invalid evidence: rows without a citation");
        }
    }
}
