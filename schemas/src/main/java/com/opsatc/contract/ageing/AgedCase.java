package com.opsatc.contract.ageing;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Citation;
import java.time.LocalDate;

/**
 * An open case at the end of the logical date.
 *
 * @param caseId what the log calls it: tenant text
 * @param since the day on which it began, in the tenant's zone, and how long ago that is, in microseconds
 * @param lastActivity what was done last: tenant text
 * @param lastOn the day on which that was done
 * @param late whether its date is over; null where it has none
 * @param missed of past cases that were open as long before their date, how many missed it; null where it is late, where risks are
 *     withheld, and where such cases are too few
 * @param citation the record of what was done last
 */
public record AgedCase(
        String caseId,
        LocalDate since,
        long ageUs,
        String lastActivity,
        LocalDate lastOn,
        Boolean late,
        MissedDates missed,
        Citation citation) {
    public AgedCase {
        requireNonNull(caseId, "caseId");
        requireNonNull(since, "since");
        requireNonNull(lastActivity, "lastActivity");
        requireNonNull(lastOn, "lastOn");
        requireNonNull(citation, "citation");
        if (missed != null && !Boolean.FALSE.equals(late)) {
            throw new IllegalArgumentException("Invalid open case: past its date there is no risk of missing it");
        }
    }
}
