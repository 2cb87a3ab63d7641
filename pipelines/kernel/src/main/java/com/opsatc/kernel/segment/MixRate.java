package com.opsatc.kernel.segment;

import static java.util.Objects.requireNonNull;

import com.opsatc.kernel.privacy.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much of the change of a mean between two periods is associated with another mix of segments, and how much with other
 * means within them (Kitagawa's decomposition).
 *
 * <p>With the weight w of a segment in each period, its mean r, and the means R of all: its rate effect is
 * ½ (w₀ + w₁)(r₁ − r₀), its mix effect (w₁ − w₀)(½ (r₀ + r₁) − ½ (R₀ + R₁)). Neither period comes first, and all effects
 * add up to R₁ − R₀ exactly. A segment without members in a period has there the mean of the other one, so that all of it is
 * mix. Fractions are exact; published units are those of the largest remainders, which add up as well. Source: Kitagawa,
 * Components of a difference between two rates, Journal of the American Statistical Association 50, 1955; definitions 1.10.
 *
 * <pre>
 *            before      after
 *   small    54 of 60    18 of 20    mix -9.6 points, rate 0
 *   large    20 of 40    40 of 80    mix -6.4 points, rate 0
 *   all      74 %        58 %        -16 points: neither became worse, there are more of the large ones
 * </pre>
 */
public final class MixRate {
    private static final Rational HALF = Rational.of(1, 2);

    private final Part all;

    private MixRate(List<Part> parts) {
        this.all = parts.stream().reduce(new Part(0, 0, 0, 0), Part::plus);
        if (all.nBefore < 1 || all.nAfter < 1) {
            throw new IllegalArgumentException("Invalid split: a period has no members");
        }
    }

    /**
     * A segment: members and the sum of what they contribute, before and after.
     *
     * @param nBefore 0 where it had none
     */
    public record Part(long nBefore, long sumBefore, long nAfter, long sumAfter) {
        public Part {
            if (nBefore < 0 || nAfter < 0 || nBefore == 0 && sumBefore != 0 || nAfter == 0 && sumAfter != 0) {
                throw new IllegalArgumentException("Invalid segment: a sum needs members");
            }
        }

        public Part plus(Part other) {
            return new Part(
                    Math.addExact(nBefore, other.nBefore),
                    Math.addExact(sumBefore, other.sumBefore),
                    Math.addExact(nAfter, other.nAfter),
                    Math.addExact(sumAfter, other.sumAfter));
        }

        private Rational before() {
            return nBefore == 0 ? after() : Rational.of(sumBefore, nBefore);
        }

        private Rational after() {
            return nAfter == 0 ? before() : Rational.of(sumAfter, nAfter);
        }
    }

    /** What is associated with a segment, in whole units. */
    public record Effect(long mix, long rate) {}

    /**
     * The effects of each part, in their order.
     *
     * @param parts at least one member in each period, none without members in both
     * @param scale units in one: 1,000,000 for millionths, 1 for the unit of the contributions
     * @param change what they add up to: the published change, less than one unit off the exact one
     */
    public static List<Effect> of(List<Part> parts, long scale, long change) {
        requireNonNull(parts, "parts");
        MixRate split = new MixRate(parts);
        List<Rational> exact = parts.stream()
                .flatMap(part -> Stream.of(split.mix(part), split.rate(part)))
                .map(effect -> effect.times(scale))
                .toList();
        long[] units = whole(exact, change);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Effect(units[2 * i], units[2 * i + 1]))
                .toList();
    }

    private Rational mix(Part part) {
        Rational own = part.before().plus(part.after());
        Rational common = all.before().plus(all.after());
        return weightAfter(part)
                .minus(weightBefore(part))
                .times(own.minus(common))
                .times(HALF);
    }

    private Rational rate(Part part) {
        return weightBefore(part)
                .plus(weightAfter(part))
                .times(part.after().minus(part.before()))
                .times(HALF);
    }

    private Rational weightBefore(Part part) {
        return Rational.of(part.nBefore, all.nBefore);
    }

    private Rational weightAfter(Part part) {
        return Rational.of(part.nAfter, all.nAfter);
    }

    /** Each rounded down, and what then is missing given to the largest remainders, of equal ones to the first. */
    private static long[] whole(List<Rational> exact, long change) {
        long[] units = new long[exact.size()];
        List<Integer> byRemainder = new ArrayList<>();
        long missing = change;
        for (int i = 0; i < units.length; i++) {
            units[i] = exact.get(i).floor().longValueExact();
            missing = Math.subtractExact(missing, units[i]);
            byRemainder.add(i);
        }
        Rational sum = exact.stream().reduce(Rational.ZERO, Rational::plus);
        Rational off = sum.minus(Rational.of(change));
        if (off.compareTo(Rational.ONE) >= 0 || off.compareTo(Rational.of(-1)) <= 0) {
            throw new IllegalArgumentException(
                    "Invalid split: the effects add up to another change than the one that is published");
        }

        byRemainder.sort(
                Comparator.comparing((Integer i) -> remainder(exact.get(i))).reversed());
        for (int i = 0; i < missing; i++) {
            units[byRemainder.get(i)]++;
        }
        return units;
    }

    private static Rational remainder(Rational exact) {
        return exact.minus(new Rational(exact.floor(), BigInteger.ONE));
    }
}
