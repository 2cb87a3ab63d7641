package com.opsatc.contract.value;

import static java.util.Objects.requireNonNull;

/**
 * What one recommendation would be worth in one channel, over the window of its effect.
 *
 * @param recommendation its id
 * @param rate version of the channel's rate
 * @param quantity how much of the channel's quantity it saves, without what recommendations ranked before address
 */
public record RecommendedValue(
        String recommendation, Channel channel, int rate, QuantityRange quantity, MoneyRange money) {
    public RecommendedValue {
        requireNonNull(recommendation, "recommendation");
        requireNonNull(channel, "channel");
        requireNonNull(quantity, "quantity");
        requireNonNull(money, "money");
    }
}
