package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.List;

/**
 * A distinct sequence of activities in total order, not loop-collapsed (definitions 1.3).
 *
 * @param id SHA-256 over the activity names, each preceded by its length in UTF-8 bytes (4 bytes, big endian)
 * @param cases how many cases follow it
 * @param cycleSumUs sum of their cycle times
 */
public record Variant(Sha256 id, List<String> activities, long cases, long cycleSumUs) {
    public Variant {
        requireNonNull(id, "id");
        activities = List.copyOf(activities);
    }
}
