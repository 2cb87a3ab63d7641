package com.opsatc.process.recommend.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.advice.EffectEnd;
import com.opsatc.contract.advice.Recommendation;
import com.opsatc.contract.advice.RecommendationBuilder;
import com.opsatc.contract.advice.Recomputed;
import com.opsatc.contract.advice.Sign;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.value.Channel;
import com.opsatc.contract.value.MoneyEstimate;
import com.opsatc.contract.value.MoneyRange;
import com.opsatc.contract.value.NotValued;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.contract.value.QuantityRange;
import com.opsatc.contract.value.RecommendedValue;
import com.opsatc.contract.value.ShareEstimate;
import com.opsatc.contract.value.TimeTotal;
import com.opsatc.contract.value.ValueRate;
import com.opsatc.evidence.ValueCheck;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValuationTest {
    private static final long DAY = 86_400_000_000L;
    private static final RecommendationsDocument EXAMPLE = example();
    private static final LocalDate AS_OF = EXAMPLE.header().asOf();
    private static final DefinitionRef DEFINITION = new DefinitionRef("recommended-value", 1);
    private static final String UNDECLARED =
            "Not measured in money: the tenant declares no rate of it for the process.";

    /** Four days at the least, twelve at the most, halfway eight; each day 2.00 EUR, half of which comes. */
    @Test
    void of_timeAndACertainRate_isTheQuantityInMoney() {
        ProcessValue value = value(List.of(ofTime(1, 4, 12)), capital(200, 200, 200));

        assertThat(value.time()).isEqualTo(new TimeTotal(1, 4 * DAY, 12 * DAY));
        assertThat(value.recommended())
                .containsExactly(new RecommendedValue(
                        "R-order-to-cash-001",
                        Channel.WORKING_CAPITAL,
                        1,
                        new QuantityRange(4 * DAY, 8 * DAY, 12 * DAY),
                        new MoneyRange("EUR", 400, 800, 1_200)));
    }

    /**
     * Days 4, 8, 12 times 1, 2, 4 EUR, half of which comes. Of 100: 400 has 9; 800 is 4 x 2 and 8 x 1 with 12 and 12; 1,200 is
     * 12 x 1 with 9; 1,600 is 4 x 4 and 8 x 2 with 9 and 16; 2,400 is 12 x 2 with 12; 3,200 is 8 x 4 with 12; 4,800 has 9. They
     * reach 9, 33, 42, 67, 79, 91, 100: the tenth is 800, the middle 1,600, nine tenths are 3,200; half of each comes.
     */
    @Test
    void of_timeAndAnUncertainRate_givesQuantilesByHand() {
        ProcessValue value = value(List.of(ofTime(1, 4, 12)), capital(100, 200, 400));

        assertThat(value.totals()).singleElement().satisfies(total -> {
            assertThat(total.money()).isEqualTo(new MoneyRange("EUR", 400, 800, 1_600));
            assertThat(total.of()).containsExactly("R-order-to-cash-001");
        });
    }

    /** 4 + 2 days at the least, 12 + 6 at the most, 8 + 4 halfway: the quantities are added, each part of a case being in one. */
    @Test
    void of_severalOfTime_addsQuantitiesAndNotQuantiles() {
        ProcessValue value = value(List.of(ofTime(1, 4, 12), ofTime(2, 2, 6)), capital(200, 200, 200));

        assertThat(value.time()).isEqualTo(new TimeTotal(2, 6 * DAY, 18 * DAY));
        assertThat(value.totals()).singleElement().satisfies(total -> {
            assertThat(total.quantity()).isEqualTo(new QuantityRange(6 * DAY, 12 * DAY, 18 * DAY));
            assertThat(total.money()).isEqualTo(new MoneyRange("EUR", 600, 1_200, 1_800));
        });
    }

    /** The interval of the lower end reaches two days: that is the least. */
    @Test
    void of_intervalOfTheLowerEnd_itsLowEndIsTheLeast() {
        Recommendation advice = RecommendationBuilder.builder(ofTime(1, 4, 12))
                .conservative(new EffectEnd(
                        "x",
                        BigDecimal.valueOf(4 * DAY),
                        new com.opsatc.contract.figure.Interval(
                                new BigDecimal("0.95"),
                                BigDecimal.valueOf(2 * DAY),
                                BigDecimal.valueOf(5 * DAY),
                                "bucket-bootstrap"),
                        0L,
                        null,
                        Recomputed.VALUE))
                .build();

        assertThat(value(List.of(advice), capital(200, 200, 200)).totals())
                .singleElement()
                .satisfies(
                        total -> assertThat(total.quantity()).isEqualTo(new QuantityRange(2 * DAY, 8 * DAY, 12 * DAY)));
    }

    /** Forty-one repetitions: none at the least, twenty halfway. Waiting hours are no labour, so that a step has none. */
    @Test
    void of_repetitions_areWorthLabourAndAStepIsNot() {
        ProcessValue value = value(
                List.of(ofTime(1, 4, 12), repeated(2, 41)),
                rate(Channel.LABOUR, new MoneyEstimate(1_000, 1_000, 1_000), AS_OF, 1));

        assertThat(value.recommended())
                .extracting(RecommendedValue::recommendation, RecommendedValue::quantity, RecommendedValue::money)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "R-order-to-cash-002", new QuantityRange(0, 20, 41), new MoneyRange("EUR", 0, 10_000, 20_500)));
    }

    /** The same line may be late in two shares: it counts in the first alone. */
    @Test
    void of_promisesOfTwoShares_countsTheFirstAndNamesTheOther() {
        ProcessValue value = value(
                List.of(promises(1, 10, 30), promises(2, 8, 20)),
                rate(Channel.PENALTIES, new MoneyEstimate(100, 100, 100), AS_OF, 1));

        assertThat(value.recommended()).hasSize(2);
        assertThat(value.totals()).singleElement().satisfies(total -> {
            assertThat(total.quantity()).isEqualTo(new QuantityRange(10, 20, 30));
            assertThat(total.money()).isEqualTo(new MoneyRange("EUR", 500, 1_000, 1_500));
            assertThat(total.of()).containsExactly("R-order-to-cash-001");
            assertThat(total.notAdded()).containsExactly("R-order-to-cash-002");
        });
        assertThat(value.time()).isEqualTo(new TimeTotal(0, 0, 0));
    }

    @Test
    void of_severalChannels_keepsThemApart() {
        ProcessValue value = value(
                List.of(repeated(1, 40)),
                rate(Channel.LABOUR, new MoneyEstimate(1_000, 1_000, 1_000), AS_OF, 1),
                rate(Channel.EXCEPTIONS_AVOIDED, new MoneyEstimate(500, 500, 500), AS_OF, 1));

        assertThat(value.totals())
                .extracting(total -> total.channel(), total -> total.money().p90())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Channel.LABOUR, 20_000L),
                        org.assertj.core.api.Assertions.tuple(Channel.EXCEPTIONS_AVOIDED, 10_000L));
    }

    @Test
    void of_versions_takesTheOneInForceOnTheDayOfTheRun() {
        ProcessValue value = value(
                List.of(ofTime(1, 4, 12)),
                rate(Channel.WORKING_CAPITAL, new MoneyEstimate(100, 100, 100), AS_OF.minusYears(1), 1),
                rate(Channel.WORKING_CAPITAL, new MoneyEstimate(200, 200, 200), AS_OF, 2),
                rate(Channel.WORKING_CAPITAL, new MoneyEstimate(900, 900, 900), AS_OF.plusDays(1), 3));

        assertThat(value.rates()).extracting(ValueRate::version).containsExactly(2);
        assertThat(value.totals().get(0).money()).isEqualTo(new MoneyRange("EUR", 400, 800, 1_200));
    }

    @Test
    void of_noRate_saysHoursAndThatMoneyIsNotMeasured() {
        ProcessValue value = value(
                List.of(ofTime(1, 4, 12)),
                rate(Channel.PENALTIES, new MoneyEstimate(1, 1, 1), AS_OF, 1),
                rate(Channel.LABOUR, new MoneyEstimate(1, 1, 1), AS_OF.plusDays(3), 1));

        assertThat(value.time().optimisticUs()).isEqualTo(12 * DAY);
        assertThat(value.recommended()).isEmpty();
        assertThat(value.totals()).isEmpty();
        assertThat(value.notValued())
                .containsExactly(
                        new NotValued(
                                Channel.LABOUR,
                                "Not measured in money: its first rate holds from " + AS_OF.plusDays(3)
                                        + " on, and the run is of " + AS_OF + "."),
                        new NotValued(Channel.WORKING_CAPITAL, UNDECLARED),
                        new NotValued(
                                Channel.PENALTIES,
                                "Its rate is for a promise more that is kept, and no recommendation is of any."),
                        new NotValued(Channel.LOST_MARGIN, UNDECLARED),
                        new NotValued(Channel.EXCEPTIONS_AVOIDED, UNDECLARED));
    }

    /** What is published is valid, and the second implementation finds the same of it. */
    private static ProcessValue value(List<Recommendation> advice, ValueRate... rates) {
        ProcessValue value = new Valuation("order-to-cash", DEFINITION, List.of(rates), AS_OF).of(advice);
        RecommendationsDocument document =
                new RecommendationsDocument(EXAMPLE.header(), advice, List.of(), List.of(), List.of(value), List.of());
        ContractSchemas.validate("recommendations", CanonicalJson.write(document));
        assertThat(CanonicalJson.read(CanonicalJson.write(document), RecommendationsDocument.class)
                        .values())
                .usingRecursiveComparison()
                .isEqualTo(List.of(value));
        assertThat(ValueCheck.of(document, value)).isTrue();
        return value;
    }

    private static Recommendation ofTime(int rank, long leastDays, long mostDays) {
        return RecommendationBuilder.builder(EXAMPLE.recommendations().get(0))
                .id("R-order-to-cash-00" + rank)
                .rank(rank)
                .conservative(end(leastDays * DAY, 0L))
                .optimistic(end(mostDays * DAY, 0L))
                .build();
    }

    private static Recommendation repeated(int rank, long n) {
        return RecommendationBuilder.builder(ofTime(rank, 1, 2))
                .sign(Sign.REPEATED_LATER)
                .subjects(List.of("Check"))
                .n(n)
                .build();
    }

    private static Recommendation promises(int rank, long least, long most) {
        return RecommendationBuilder.builder(ofTime(rank, 1, 2))
                .sign(Sign.LOWER_RATE)
                .subjects(List.of("K-order-to-cash-otif-line"))
                .unit(Unit.COUNT)
                .conservative(end(least, null))
                .optimistic(end(most, null))
                .build();
    }

    private static EffectEnd end(long value, Long floor) {
        return new EffectEnd("x", BigDecimal.valueOf(value), null, floor, null, Recomputed.VALUE);
    }

    private static ValueRate capital(long low, long likely, long high) {
        return rate(Channel.WORKING_CAPITAL, new MoneyEstimate(low, likely, high), AS_OF, 1);
    }

    private static ValueRate rate(Channel channel, MoneyEstimate amount, LocalDate from, int version) {
        BigDecimal half = new BigDecimal("0.5");
        return new ValueRate(
                channel, "EUR", amount, new ShareEstimate(half, half, half), from, version, "Note", "treasury");
    }

    private static RecommendationsDocument example() {
        try {
            return CanonicalJson.read(
                    Files.readAllBytes(Path.of(
                            System.getProperty("opsatc.root"),
                            "schemas/src/test/resources/com/opsatc/contract/json/examples/recommendations.json")),
                    RecommendationsDocument.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
