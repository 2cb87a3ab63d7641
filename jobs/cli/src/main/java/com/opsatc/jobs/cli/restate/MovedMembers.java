package com.opsatc.jobs.cli.restate;

import com.opsatc.contract.claim.Citation;
import java.util.List;

/**
 * The members of a week that count now and did not, that counted and do not, or that contribute something else; each of them once,
 * by why.
 *
 * @param added that count now and did not then, {@code gone} the reverse, {@code changed} that count both times and are other
 * @param late of these, those that rest on a row of a file that the first run had not read
 * @param withdrawn of the others, those that rested on a row of a file that counts nowhere now
 * @param otherwise the rest: no late record moved them, but the later date, settings, definitions or code
 * @param sample the first rows of late files that they rest on now, at most ten
 */
public record MovedMembers(
        long added, long gone, long changed, long late, long withdrawn, long otherwise, List<Citation> sample) {
    public MovedMembers {
        sample = List.copyOf(sample);
        if (added + gone + changed != late + withdrawn + otherwise) {
            throw new IllegalArgumentException("Invalid restatement: each member that moved has one reason");
        }
    }

    public long all() {
        return added + gone + changed;
    }
}
