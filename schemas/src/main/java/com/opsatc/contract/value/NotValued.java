package com.opsatc.contract.value;

import static java.util.Objects.requireNonNull;

/** A channel in which nothing is said in money, with the reason as a sentence. */
public record NotValued(Channel channel, String reason) {
    public NotValued {
        requireNonNull(channel, "channel");
        requireNonNull(reason, "reason");
    }
}
