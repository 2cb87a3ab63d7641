package com.opsatc.contract.value;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the recommendations of a process would be worth together in one channel. What they save is added, and not their quantiles:
 * the rate is one, and all are taken to turn out low, halfway or high together.
 *
 * @param rate version of the channel's rate
 * @param of ids of the recommendations that are added; each part of a case is in one alone
 * @param notAdded ids of those that may be of the same promises as one that is
 */
public record ChannelTotal(
        Channel channel, int rate, QuantityRange quantity, MoneyRange money, List<String> of, List<String> notAdded) {
    public ChannelTotal {
        requireNonNull(channel, "channel");
        requireNonNull(quantity, "quantity");
        requireNonNull(money, "money");
        of = List.copyOf(of);
        notAdded = List.copyOf(notAdded);
    }
}
