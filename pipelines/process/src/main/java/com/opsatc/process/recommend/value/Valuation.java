package com.opsatc.process.recommend.value;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.value.Channel;
import com.opsatc.contract.value.ChannelTotal;
import com.opsatc.contract.value.MoneyRange;
import com.opsatc.contract.value.NotValued;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.contract.value.Quantity;
import com.opsatc.contract.value.QuantityRange;
import com.opsatc.contract.value.RecommendedValue;
import com.opsatc.contract.value.TimeTotal;
import com.opsatc.contract.value.ValueRate;
import com.opsatc.contract.value.ValueRates;
import com.opsatc.kernel.advice.ProductQuantiles;
import com.opsatc.kernel.advice.ThreePoints;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the recommendations of a process would be worth.
 *
 * <p>Money in a channel is quantity times amount times share, as P10, P50 and P90; the quantity is what the published effect saves, so
 * that no part of a case is in two recommendations, and it is never a mean times a number of cases. Without a rate nothing is said
 * in money. Nothing is added over two channels.
 *
 * @param declared all rates of the tenant for the process, of any date
 * @param asOf the run's date, on which a rate must hold
 */
public record Valuation(String process, DefinitionRef definition, List<ValueRate> declared, LocalDate asOf) {
    private static final long WHOLE_SHARE = 10_000;
    private static final String UNDECLARED =
            "Not measured in money: the tenant declares no rate of it for the process.";

    public Valuation {
        requireNonNull(process, "process");
        requireNonNull(definition, "definition");
        declared = List.copyOf(declared);
        requireNonNull(asOf, "asOf");
    }

    /** @param advice the recommendations of the process, by rank; without any there is no money, which is said */
    public ProcessValue of(List<Recommendation> advice) {
        List<ValueRate> rates = new ArrayList<>();
        List<RecommendedValue> recommended = new ArrayList<>();
        List<ChannelTotal> totals = new ArrayList<>();
        List<NotValued> notValued = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Optional<ValueRate> rate = ValueRates.inForce(declared, channel, asOf);
            if (rate.isEmpty()) {
                notValued.add(new NotValued(channel, withoutRate(channel)));
                continue;
            }

            List<RecommendedValue> values = advice.stream()
                    .flatMap(each -> SavedQuantity.of(each, channel.quantity()).stream()
                            .map(quantity -> new RecommendedValue(
                                    each.id(), channel, rate.get().version(), quantity, money(rate.get(), quantity))))
                    .toList();
            rates.add(rate.get());
            if (values.isEmpty()) {
                notValued.add(new NotValued(channel, savesNone(channel)));
                continue;
            }

            recommended.addAll(values);
            totals.add(total(rate.get(), values));
        }

        List<String> ranked = advice.stream().map(Recommendation::id).toList();
        recommended.sort(Comparator.comparingInt((RecommendedValue each) -> ranked.indexOf(each.recommendation()))
                .thenComparing(RecommendedValue::channel));
        return new ProcessValue(process, definition, time(advice), rates, recommended, totals, notValued);
    }

    private String withoutRate(Channel channel) {
        return declared.stream()
                .filter(rate -> rate.channel() == channel)
                .map(ValueRate::from)
                .min(Comparator.naturalOrder())
                .map(from -> "Not measured in money: its first rate holds from " + from + " on, and the run is of "
                        + asOf + ".")
                .orElse(UNDECLARED);
    }

    private static String savesNone(Channel channel) {
        return "Its rate is for a " + channel.quantity().words() + ", and no recommendation is of any.";
    }

    private static TimeTotal time(List<Recommendation> advice) {
        List<Recommendation> ofTime =
                advice.stream().filter(each -> each.unit() == Unit.MICROSECONDS).toList();
        return new TimeTotal(
                ofTime.size(),
                ofTime.stream()
                        .map(each -> each.conservative().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .longValueExact(),
                ofTime.stream()
                        .map(each -> each.optimistic().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .longValueExact());
    }

    /** Parts of cases are one recommendation's alone; a promise may be in the members of several KPIs, and counts for the first. */
    private static ChannelTotal total(ValueRate rate, List<RecommendedValue> values) {
        int added = rate.channel().quantity() == Quantity.PROMISE ? 1 : values.size();
        QuantityRange quantity = values.subList(0, added).stream()
                .map(RecommendedValue::quantity)
                .reduce(QuantityRange::plus)
                .orElseThrow();
        List<String> ids = values.stream().map(RecommendedValue::recommendation).toList();
        return new ChannelTotal(
                rate.channel(),
                rate.version(),
                quantity,
                money(rate, quantity),
                ids.subList(0, added),
                ids.subList(added, ids.size()));
    }

    private static MoneyRange money(ValueRate rate, QuantityRange quantity) {
        ProductQuantiles quantiles = ProductQuantiles.of(
                new ThreePoints(quantity.low(), quantity.middle(), quantity.high()),
                new ThreePoints(
                        rate.amount().low(),
                        rate.amount().likely(),
                        rate.amount().high()),
                new ThreePoints(
                        parts(rate.share().low()),
                        parts(rate.share().likely()),
                        parts(rate.share().high())),
                Math.multiplyExact(rate.channel().quantity().one(), WHOLE_SHARE));
        return new MoneyRange(rate.currency(), quantiles.quantile(1), quantiles.quantile(5), quantiles.quantile(9));
    }

    private static long parts(BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(WHOLE_SHARE)).longValueExact();
    }
}
