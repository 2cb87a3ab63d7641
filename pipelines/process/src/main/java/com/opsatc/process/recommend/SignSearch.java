package com.opsatc.process.recommend;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.Sign;
import java.util.List;

/** Looks at a process for one sign or a few. To add a sign: its constant in {@code Sign}, a class here, a line in {@link Signs}. */
interface SignSearch {
    List<Seen> search(Considered in);

    /**
     * What was seen of a sign.
     *
     * @param looked how many steps, activities, pairs or KPIs were looked at
     * @param rule when it is seen, as a sentence
     */
    record Seen(Sign sign, long looked, String rule, List<Opportunity> opportunities) {
        public Seen {
            requireNonNull(sign, "sign");
            requireNonNull(rule, "rule");
            opportunities = List.copyOf(opportunities);
        }
    }
}
