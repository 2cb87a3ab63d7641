package com.opsatc.contract.value;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.DefinitionRef;
import java.util.List;
import java.util.Optional;

/**
 * What the recommendations of a process would be worth: elapsed time always, money only in channels for which the tenant
 * declares a rate (definition recommended-value).
 *
 * @param rates the rates in force on the run's date, whole, so that every figure follows from this document
 * @param recommended by rank, then channel
 * @param totals by channel
 * @param notValued every other channel, by channel
 */
public record ProcessValue(
        String process,
        DefinitionRef definition,
        TimeTotal time,
        List<ValueRate> rates,
        List<RecommendedValue> recommended,
        List<ChannelTotal> totals,
        List<NotValued> notValued) {
    public ProcessValue {
        requireNonNull(process, "process");
        requireNonNull(definition, "definition");
        requireNonNull(time, "time");
        rates = List.copyOf(rates);
        recommended = List.copyOf(recommended);
        totals = List.copyOf(totals);
        notValued = List.copyOf(notValued);
    }

    /** The rate in force of a channel; empty where there is none. */
    public Optional<ValueRate> rateOf(Channel channel) {
        return rates.stream().filter(rate -> rate.channel() == channel).findFirst();
    }

    /** What one recommendation would be worth, by channel. */
    public List<RecommendedValue> of(String recommendation) {
        return recommended.stream()
                .filter(each -> each.recommendation().equals(recommendation))
                .toList();
    }
}
