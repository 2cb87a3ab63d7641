package com.opsatc.kernel.pairing;

import java.util.List;

/**
 * The activity instances of one case.
 *
 * @param instances in the order of their first transitions
 * @param open how many have no end
 * @param unknownStart how many ended without a recorded start
 * @param unmatched how many transitions belong to no instance
 */
public record PairedCase(List<ActivityInstance> instances, int open, int unknownStart, int unmatched) {
    public PairedCase {
        instances = List.copyOf(instances);
    }
}
