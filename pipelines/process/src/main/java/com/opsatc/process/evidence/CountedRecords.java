package com.opsatc.process.evidence;

import static java.util.Objects.requireNonNull;

/**
 * Members of a figure that is looked at before it is known whether it is published.
 *
 * @param records how many different records they are of
 */
public record CountedRecords(CountedMembers members, long records) {
    public CountedRecords {
        requireNonNull(members, "members");
    }
}
