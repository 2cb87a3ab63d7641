package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.figure.Interval;
import com.opsatc.kernel.statistics.Newcombe;
import com.opsatc.kernel.statistics.Wilson;
import com.opsatc.process.evidence.CountedMembers;
import org.junit.jupiter.api.Test;

/** Forty orders of ten lines each, of which eight fail with all their lines: 320 of 400 lines, and nothing between. */
class IntervalsTest {
    @Test
    void of_shareOfIndependentMembers_isWilsons() {
        Interval interval = share(orders(8, false));

        Wilson.Bounds wilson = Wilson.interval(320, 400);
        assertThat(interval).isEqualTo(new Interval(Intervals.LEVEL, wilson.low(), wilson.high(), "wilson"));
    }

    @Test
    void of_shareOfLinesOfOrders_isAsWideAsForThatManyOrders() {
        Interval interval = share(orders(8, true));

        assertThat(interval.method()).isEqualTo("cluster-bootstrap");
        // Ten lines that always agree tell as much as one: the standard error is sqrt(0.8 * 0.2 / 40) = 0.063.
        assertThat(interval.low().doubleValue()).isBetween(0.62, 0.71);
        assertThat(interval.high().doubleValue()).isBetween(0.89, 0.95);
    }

    @Test
    void of_allLinesAgree_isAsWideAsForThatManyOrders() {
        Interval interval = share(orders(0, true));

        // Forty orders in 40 buckets, or in 39 where two of them share one.
        assertThat(interval.low())
                .isBetween(
                        Wilson.interval(38, 38).low(), Wilson.interval(40, 40).low());
        assertThat(interval.high()).isEqualByComparingTo("1");
    }

    @Test
    void of_oneOrderOnly_isAsWideAsForOneMember() {
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int line = 0; line < 100; line++) {
            members.add(1, 1, 20_000, "1/" + line, "order 1");
        }

        Wilson.Bounds one = Wilson.interval(1, 1);
        assertThat(share(members.build()))
                .isEqualTo(new Interval(Intervals.LEVEL, one.low(), one.high(), "cluster-bootstrap"));
    }

    @Test
    void ofChange_fromNoneToAll_isAsWideAsForThatManyOrders() {
        Wilson.Bounds change = Intervals.ofChange(orders(40, true), orders(0, true));

        assertThat(change.low())
                .isBetween(
                        Newcombe.interval(0, 38, 38, 38).low(),
                        Newcombe.interval(0, 40, 40, 40).low());
        assertThat(change.high()).isEqualByComparingTo("1");
    }

    @Test
    void ofChange_linesOfOrders_isWiderThanForIndependentLines() {
        Wilson.Bounds independent = Intervals.ofChange(orders(8, false), orders(20, false));
        Wilson.Bounds clustered = Intervals.ofChange(orders(8, true), orders(20, true));

        assertThat(independent).isEqualTo(Newcombe.interval(320, 400, 200, 400));
        assertThat(clustered.low()).isLessThanOrEqualTo(independent.low());
        assertThat(clustered.high()).isGreaterThan(independent.high());
    }

    /** Where each line is whole or nothing at all, both ways of weighing say one thing. */
    @Test
    void of_shareOfWeight_isThatOfAWeightedShareWhereLinesAreWhole() {
        CountedMembers.Builder hits = new CountedMembers.Builder();
        CountedMembers.Builder parts = new CountedMembers.Builder();
        for (int line = 0; line < 200; line++) {
            long weight = 1L + line % 7;
            long hit = line % 2;
            hits.add(hit, weight, 20_000, "line " + line, "order " + line / 2);
            parts.add(hit * weight, weight, 20_000, "line " + line, "order " + line / 2);
        }

        Interval whole =
                Intervals.of(Aggregation.SHARE_OF_WEIGHT, parts.build()).orElseThrow();
        assertThat(whole)
                .isEqualTo(
                        Intervals.of(Aggregation.WEIGHTED_SHARE, hits.build()).orElseThrow());
        assertThat(whole.method()).isEqualTo("cluster-bootstrap");
    }

    private static Interval share(CountedMembers members) {
        return Intervals.of(Aggregation.SHARE, members).orElseThrow();
    }

    private static CountedMembers orders(int failing, boolean clustered) {
        CountedMembers.Builder members = new CountedMembers.Builder();
        for (int order = 0; order < 40; order++) {
            for (int line = 0; line < 10; line++) {
                members.add(
                        order < failing ? 0 : 1, 1, 20_000, order + "/" + line, clustered ? "order " + order : null);
            }
        }
        return members.build();
    }
}
