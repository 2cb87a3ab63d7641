package com.opsatc.kernel.pairing;

import java.util.List;

/**
 * The activity instances of one case.
 *
 * @param instances in the order of their first transitions
 * @param open how many have no end
 * @param unknownStart how many ended without a recorded start
 * @param unmatched the positions of the transitions that belong to no instance, ascending
 */
public record PairedCase(List<ActivityInstance> instances, int open, int unknownStart, List<Integer> unmatched) {
    public PairedCase {
        instances = List.copyOf(instances);
        unmatched = List.copyOf(unmatched);
    }
}
