package com.opsatc.kernel.figure;

import java.util.List;

/**
 * When the cases of a log began and were closed.
 *
 * @param cases all of them, in the order of {@link CaseTime#EARLIEST_FIRST}
 * @param open those that are not closed, in the same order
 */
public record CaseTimes(List<CaseTime> cases, List<OpenCase> open) {
    public CaseTimes {
        cases = List.copyOf(cases);
        open = List.copyOf(open);
    }
}
