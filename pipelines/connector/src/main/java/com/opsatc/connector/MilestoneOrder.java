package com.opsatc.connector;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two activities of a case, of which the later must not come before the earlier.
 *
 * <pre>{@code
 * Order > Ship > Pay   means   Order before Ship, Order before Pay, Ship before Pay
 * }</pre>
 */
public record MilestoneOrder(String earlier, String later) {
    private static final String BEFORE = "\\s+>\\s+";

    public MilestoneOrder {
        requireNonNull(earlier, "earlier");
        requireNonNull(later, "later");
    }

    /** Every pair of the chains' activities, in the order of the text, each once. */
    static List<MilestoneOrder> of(List<String> chains) {
        List<MilestoneOrder> pairs = new ArrayList<>();
        for (String chain : chains) {
            List<String> activities = activities(chain);
            for (int i = 0; i < activities.size(); i++) {
                for (int j = i + 1; j < activities.size(); j++) {
                    pairs.add(new MilestoneOrder(activities.get(i), activities.get(j)));
                }
            }
        }

        return pairs.stream().distinct().toList();
    }

    /** The activities of a chain, first to last. */
    static List<String> activities(String chain) {
        return Arrays.asList(chain.strip().split(BEFORE));
    }
}
