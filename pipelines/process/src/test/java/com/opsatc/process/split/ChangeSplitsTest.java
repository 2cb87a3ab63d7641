package com.opsatc.process.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.connector.mapping.DeclaredAttribute.Known;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.SplitSegment;
import com.opsatc.contract.claim.SplitSegment.Kind;
import com.opsatc.contract.claim.Unit;
import com.opsatc.process.evidence.CountedMembers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members by size: what is small is told together, and everything adds up. */
class ChangeSplitsTest {
    private static final DeclaredAttribute SIZE =
            new DeclaredAttribute("size", "order-line", "size", Known.START, "How large it is.");
    private static final DeclaredAttribute COLOUR =
            new DeclaredAttribute("colour", "order-line", "colour", Known.LATEST, "Its colour.");

    private final CountedMembers.Builder before = new CountedMembers.Builder();
    private final CountedMembers.Builder after = new CountedMembers.Builder();

    /** 74 % to 58 %: neither size became worse, there are more of the large ones. */
    @Test
    void of_share_tellsMixFromRate() {
        add(before, "small", 60, 54);
        add(before, "large", 40, 20);
        add(after, "small", 20, 18);
        add(after, "large", 80, 40);

        ChangeSplit split = split(Aggregation.SHARE).get(0);

        assertThat(split.segments())
                .containsExactly(
                        segment(Kind.VALUE, "small", 60, 20, "0.900000", "0.900000", "-0.096000", "0.000000"),
                        segment(Kind.VALUE, "large", 40, 80, "0.500000", "0.500000", "-0.064000", "0.000000"));
        assertThat(split.mix()).isEqualTo(new BigDecimal("-0.160000"));
        assertThat(split.rate()).isEqualTo(new BigDecimal("0.000000"));
        assertThat(split.sentence(Unit.RATIO))
                .isEqualTo(
                        "Of the change of -16.0 pp, -16.0 pp is associated with another mix of size, and 0.0 pp with other"
                                + " shares within its values.");
        assertThat(ChangeSplit.text(split.segments().get(0), Unit.RATIO))
                .isEqualTo("mix -9.6 pp, within 0.0 pp; 90.0 % of n 60, then 90.0 % of n 20");
    }

    /** Of a median the mean beside it divides: from 1 h to 2 h in one size, 4 h in the other. */
    @Test
    void of_median_dividesTheMean() {
        long hour = 3_600_000_000L;
        addEach(before, "small", 30, hour);
        addEach(before, "large", 30, 4 * hour);
        addEach(after, "small", 30, 2 * hour);
        addEach(after, "large", 30, 4 * hour);

        ChangeSplit split = split(Aggregation.MEDIAN).get(0);

        assertThat(split.aggregation()).isEqualTo(Aggregation.MEAN);
        assertThat(split.rate()).isEqualTo(BigDecimal.valueOf(hour / 2));
        assertThat(split.segments())
                .extracting(SplitSegment::rate)
                .containsExactly(BigDecimal.valueOf(hour / 2), BigDecimal.ZERO);
        assertThat(split.sentence(Unit.MICROSECONDS))
                .isEqualTo(
                        "Of the change of the mean by 30 min, 0 s is associated with another mix of size, and 30 min with"
                                + " other means within its values.");
    }

    /** Nineteen of one value: told with the smallest of the others, since the whole less what is told would tell of them. */
    @Test
    void of_valueOfFew_isToldWithTheSmallestOther() {
        add(before, "small", 60, 54);
        add(before, "large", 40, 20);
        add(before, "huge", 19, 1);
        add(after, "small", 60, 54);
        add(after, "large", 40, 20);
        add(after, "huge", 30, 2);

        assertThat(split(Aggregation.SHARE).get(0).segments())
                .extracting(SplitSegment::kind, SplitSegment::value, SplitSegment::nBefore, SplitSegment::nAfter)
                .containsExactly(tuple(Kind.VALUE, "small", 60L, 60L), tuple(Kind.OTHER, null, 59L, 70L));
    }

    /** A value that was not there before has no few members then: it has none. */
    @Test
    void of_newValue_isToldAlone() {
        add(before, "small", 60, 54);
        add(after, "small", 60, 54);
        add(after, "huge", 20, 0);

        assertThat(split(Aggregation.SHARE).get(0).segments())
                .extracting(SplitSegment::value, SplitSegment::before, SplitSegment::rate)
                .contains(tuple("huge", null, new BigDecimal("0.000000")));
    }

    @Test
    void of_valuesThatAreAllSmallOrMostlyNotRecorded_areNotTold() {
        add(before, "small", 19, 10);
        add(before, "large", 19, 10);
        add(after, "small", 50, 10);
        add(after, "large", 50, 10);
        assertThat(split(Aggregation.SHARE)).isEmpty();

        CountedMembers.Builder half = new CountedMembers.Builder();
        add(half, "small", 20, 10);
        add(half, "large", 20, 10);
        add(half, null, 41, 10);
        assertThat(ChangeSplits.of(half.build(), half.build(), Aggregation.SHARE, List.of(SIZE)))
                .isEmpty();
    }

    @Test
    void of_membersWithoutTheAttribute_areASegment() {
        add(before, "small", 60, 54);
        add(before, null, 20, 20);
        add(after, "small", 60, 54);
        add(after, null, 20, 0);

        assertThat(split(Aggregation.SHARE).get(0).segments())
                .extracting(SplitSegment::kind, SplitSegment::name, SplitSegment::rate)
                .containsExactly(
                        tuple(Kind.NOT_RECORDED, "(not recorded)", new BigDecimal("-0.250000")),
                        tuple(Kind.VALUE, "small", new BigDecimal("0.000000")));
    }

    @Test
    void of_attributeAsTheRecordStands_saysSo() {
        before.add(1, 1, 0, "r", null, Map.of("colour", "red"));
        for (int i = 0; i < 20; i++) {
            before.add(1, 1, 0, "r" + i, null, Map.of("colour", "red"));
            before.add(0, 1, 0, "b" + i, null, Map.of("colour", "blue"));
            after.add(0, 1, 9, "r" + i, null, Map.of("colour", "red"));
            after.add(0, 1, 9, "b" + i, null, Map.of("colour", "blue"));
        }

        assertThat(split(Aggregation.SHARE))
                .extracting(ChangeSplit::attribute, ChangeSplit::knownFromStart)
                .containsExactly(tuple("colour", false));
        assertThat(split(Aggregation.SHARE).get(0).sentence(Unit.RATIO))
                .endsWith(" The values are as the records stand and may have been set afterwards.");
    }

    /** Any members, any sizes: all are in a segment, none of a segment is few, and it adds up, as the record itself demands. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_randomMembers_leavesNobodyOutAndTellsOfNoFew(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int told = 0;
        for (int round = 0; round < 200; round++) {
            List<CountedMembers> periods = new ArrayList<>();
            int values = random.nextInt(1, 25);
            for (int period = 0; period < 2; period++) {
                CountedMembers.Builder members = new CountedMembers.Builder();
                add(members, null, 1, 1);
                for (int value = 0; value < values; value++) {
                    int n = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 80);
                    add(members, "v" + value, n, random.nextInt(n + 1));
                }
                periods.add(members.build());
            }
            List<ChangeSplit> splits =
                    ChangeSplits.of(periods.get(0), periods.get(1), Aggregation.SHARE, List.of(SIZE));
            told += splits.size();
            for (ChangeSplit split : splits) {
                assertThat(split.segments().stream()
                                .mapToLong(SplitSegment::nBefore)
                                .sum())
                        .isEqualTo(periods.get(0).n());
                assertThat(split.segments().stream()
                                .mapToLong(SplitSegment::nAfter)
                                .sum())
                        .isEqualTo(periods.get(1).n());
                assertThat(split.segments()).hasSizeLessThanOrEqualTo(13);
            }
        }
        assertThat(told).isGreaterThan(100);
    }

    @Test
    void changeSplit_thatDoesNotAddUpOrTellsOfFew_cannotBeBuilt() {
        SplitSegment one = segment(Kind.VALUE, "a", 20, 20, "1", "0", "-0.25", "0");
        SplitSegment few = segment(Kind.VALUE, "b", 20, 19, "1", "0", "-0.25", "0");

        assertThatThrownBy(() -> built(one, one, "-0.49"))
                .hasMessage("Invalid split by size: mix and rate of its segments do not add up to the change");
        assertThatThrownBy(() -> built(one, few, "-0.50"))
                .hasMessage("Invalid split by size: a segment has fewer than 20 members");
    }

    private static ChangeSplit built(SplitSegment one, SplitSegment two, String change) {
        return new ChangeSplit(
                "size",
                Aggregation.SHARE,
                BigDecimal.ONE,
                BigDecimal.ONE.add(new BigDecimal(change)),
                new BigDecimal("-0.50"),
                BigDecimal.ZERO,
                true,
                List.of(one, two));
    }

    private List<ChangeSplit> split(Aggregation aggregation) {
        return ChangeSplits.of(before.build(), after.build(), aggregation, List.of(SIZE, COLOUR));
    }

    private static SplitSegment segment(
            Kind kind, String value, long nBefore, long nAfter, String before, String after, String mix, String rate) {
        return new SplitSegment(
                kind,
                value,
                nBefore,
                nAfter,
                new BigDecimal(before),
                new BigDecimal(after),
                new BigDecimal(mix),
                new BigDecimal(rate));
    }

    /** So many members of a size, null for none recorded, of which so many are good. */
    private static void add(CountedMembers.Builder members, String size, int n, int good) {
        for (int i = 0; i < n; i++) {
            members.add(i < good ? 1 : 0, 1, 0, size + i, null, size == null ? Map.of() : Map.of("size", size));
        }
    }

    private static void addEach(CountedMembers.Builder members, String size, int n, long each) {
        for (int i = 0; i < n; i++) {
            members.add(each, 1, 0, size + i, null, Map.of("size", size));
        }
    }
}
