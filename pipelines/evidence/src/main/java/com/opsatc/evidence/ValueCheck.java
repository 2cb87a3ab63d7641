package com.opsatc.evidence;

import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.value.Channel;
import com.opsatc.contract.value.ChannelTotal;
import com.opsatc.contract.value.MoneyRange;
import com.opsatc.contract.value.NotValued;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.contract.value.Quantity;
import com.opsatc.contract.value.QuantityRange;
import com.opsatc.contract.value.RecommendedValue;
import com.opsatc.contract.value.ValueRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What recommendations would be worth, computed again from their published effects and the published rates (definition
 * recommended-value). The second implementation: a thousand equally likely outcomes, in decimal numbers.
 *
 * <p>The effects themselves are held against their rows by {@link EffectCheck}.
 */
public final class ValueCheck {
    private static final int OUTCOMES = 1_000;

    private ValueCheck() {}

    /** Whether everything that is said of a process's worth follows from the recommendations and rates of the document. */
    public static boolean of(RecommendationsDocument document, ProcessValue published) {
        List<Recommendation> advice = document.recommendations().stream()
                .filter(each -> each.process().equals(published.process()))
                .toList();
        return time(advice, published)
                && published.rates().stream()
                        .allMatch(rate -> !rate.from().isAfter(document.header().asOf()))
                && onceEach(published)
                && recommended(advice, published)
                && published.totals().stream().allMatch(total -> total(published, total));
    }

    private static boolean time(List<Recommendation> advice, ProcessValue published) {
        BigDecimal conservative = BigDecimal.ZERO;
        BigDecimal optimistic = BigDecimal.ZERO;
        long ofTime = 0;
        for (Recommendation each : advice) {
            if (each.unit().isTime()) {
                conservative = conservative.add(each.conservative().value());
                optimistic = optimistic.add(each.optimistic().value());
                ofTime++;
            }
        }
        return published.time().recommendations() == ofTime
                && conservative.compareTo(BigDecimal.valueOf(published.time().conservativeUs())) == 0
                && optimistic.compareTo(BigDecimal.valueOf(published.time().optimisticUs())) == 0;
    }

    /** Every channel is told once: in money, or with the reason why it is not. */
    private static boolean onceEach(ProcessValue published) {
        List<Channel> told = Stream.concat(
                        published.totals().stream().map(ChannelTotal::channel),
                        published.notValued().stream().map(NotValued::channel))
                .sorted()
                .toList();
        return told.equals(List.of(Channel.values()))
                && published.rates().stream().map(ValueRate::channel).distinct().count()
                        == published.rates().size();
    }

    private static boolean recommended(List<Recommendation> advice, ProcessValue published) {
        List<RecommendedValue> expected = new ArrayList<>();
        for (Recommendation each : advice) {
            for (Channel channel : Channel.values()) {
                ValueRate rate = published.rateOf(channel).orElse(null);
                QuantityRange quantity = quantity(each, channel.quantity());
                if (rate != null && quantity != null) {
                    expected.add(
                            new RecommendedValue(each.id(), channel, rate.version(), quantity, money(rate, quantity)));
                }
            }
        }
        return expected.equals(published.recommended());
    }

    private static boolean total(ProcessValue published, ChannelTotal total) {
        List<RecommendedValue> ofChannel = published.recommended().stream()
                .filter(each -> each.channel() == total.channel())
                .toList();
        ValueRate rate = published.rateOf(total.channel()).orElse(null);
        if (rate == null || ofChannel.isEmpty() || total.rate() != rate.version()) {
            return false;
        }

        List<String> ids =
                ofChannel.stream().map(RecommendedValue::recommendation).toList();
        List<String> counted = total.channel().quantity() == Quantity.PROMISE ? ids.subList(0, 1) : ids;
        long low = 0;
        long middle = 0;
        long high = 0;
        for (RecommendedValue each : ofChannel) {
            if (counted.contains(each.recommendation())) {
                low = Math.addExact(low, each.quantity().low());
                middle = Math.addExact(middle, each.quantity().middle());
                high = Math.addExact(high, each.quantity().high());
            }
        }
        QuantityRange quantity = new QuantityRange(low, middle, high);
        return total.of().equals(counted)
                && total.notAdded().equals(ids.subList(counted.size(), ids.size()))
                && total.quantity().equals(quantity)
                && total.money().equals(money(rate, quantity));
    }

    /** Null where the recommendation saves none of it. */
    private static QuantityRange quantity(Recommendation advice, Quantity quantity) {
        boolean ofPromises = advice.sign().isOfKpi();
        if (quantity == Quantity.PROMISE ? !ofPromises : ofPromises) {
            return null;
        }
        if (quantity == Quantity.REPETITION) {
            return advice.sign().isOfStep() ? null : new QuantityRange(0, Math.floorDiv(advice.n(), 2), advice.n());
        }

        BigDecimal from = advice.conservative().value();
        BigDecimal to = advice.optimistic().value();
        BigDecimal least = from;
        if (advice.conservative().interval() != null
                && advice.conservative().interval().low().compareTo(from) < 0) {
            least = advice.conservative().interval().low();
        }
        BigDecimal halfway = from.add(to).divide(BigDecimal.valueOf(2), 0, RoundingMode.FLOOR);
        return new QuantityRange(
                least.signum() < 0 ? 0 : least.toBigInteger().longValueExact(),
                halfway.longValueExact(),
                to.longValueExact());
    }

    private static MoneyRange money(ValueRate rate, QuantityRange quantity) {
        List<BigDecimal> quantities = tenths(
                BigDecimal.valueOf(quantity.low()),
                BigDecimal.valueOf(quantity.middle()),
                BigDecimal.valueOf(quantity.high()));
        List<BigDecimal> amounts = tenths(
                BigDecimal.valueOf(rate.amount().low()),
                BigDecimal.valueOf(rate.amount().likely()),
                BigDecimal.valueOf(rate.amount().high()));
        List<BigDecimal> shares =
                tenths(rate.share().low(), rate.share().likely(), rate.share().high());
        List<BigDecimal> outcomes = new ArrayList<>(OUTCOMES);
        for (BigDecimal one : quantities) {
            for (BigDecimal amount : amounts) {
                for (BigDecimal share : shares) {
                    outcomes.add(one.multiply(amount).multiply(share));
                }
            }
        }
        Collections.sort(outcomes);
        BigInteger one = BigInteger.valueOf(rate.channel().quantity().one());
        return new MoneyRange(
                rate.currency(), minor(outcomes, 1, one), minor(outcomes, 5, one), minor(outcomes, 9, one));
    }

    private static long minor(List<BigDecimal> outcomes, int tenths, BigInteger one) {
        return outcomes.get(tenths * OUTCOMES / 10 - 1)
                .divideToIntegralValue(new BigDecimal(one))
                .longValueExact();
    }

    /** Ten equally likely ones: three low, four likely, three high. */
    private static List<BigDecimal> tenths(BigDecimal low, BigDecimal likely, BigDecimal high) {
        List<BigDecimal> tenths = new ArrayList<>(Collections.nCopies(3, low));
        tenths.addAll(Collections.nCopies(4, likely));
        tenths.addAll(Collections.nCopies(3, high));
        return tenths;
    }
}
