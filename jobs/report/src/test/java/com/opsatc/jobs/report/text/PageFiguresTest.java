package com.opsatc.jobs.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "518400000000, 552960000000, us, '6.0 to 6.4 d'",
        "54000000000, 60120000000, us, '15.0 to 16.7 h'",
        "104457600000000, 119059200000000, us, '1,209 to 1,378 d'",
        "-3600000000, 7200000000, us, '-1.0 to 2.0 h'",
        "0, 0, us, '0.0 to 0.0 s'",
        "104457600000000, 119059200000000, working-us, '29,016 to 33,072 working h'",
        "0.871130, 0.897820, 1, '87.1 to 89.8 %'",
        "0.885120, 0.885190, 1, '88.51 to 88.52 %'",
        "12, 1400, count, '12 to 1,400'",
        "-2, 14, d, '-2 to 14 d'"
    })
    void range_twoEnds_shareOneUnitAndCanBeToldApart(BigDecimal low, BigDecimal high, String unit, String expected) {
        assertThat(PageFigures.range(low, high, Unit.ofSymbol(unit)))
                .isEqualTo(expected.replaceAll(" (working|[dhs%]$)", "\u00a0$1"));
    }

    @Test
    void value_everyUnit_keepsFigureAndUnitTogether() {
        assertThat(PageFigures.value(new BigDecimal("535680000000"), Unit.MICROSECONDS))
                .isEqualTo("6.2\u00a0d");
        assertThat(PageFigures.value(new BigDecimal("0.885122"), Unit.RATIO)).isEqualTo("88.5\u00a0%");
        assertThat(PageFigures.value(new BigDecimal("10324"), Unit.COUNT)).isEqualTo("10,324");
    }

    @Test
    void share_ofNothing_isADashNotAFigure() {
        assertThat(PageFigures.share(0, 0)).isEqualTo("–");
        assertThat(PageFigures.share(812, 1_240)).isEqualTo("65.5\u00a0%");
    }

    @Test
    void date_anyLocale_isEnglish() {
        assertThat(PageFigures.date(LocalDate.parse("2026-02-02"))).isEqualTo("2\u00a0Feb\u00a02026");
        assertThat(PageFigures.day(LocalDate.parse("2026-12-31"))).isEqualTo("31\u00a0Dec");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void duration_anySize_agreesWithTheUnitOfAxesAndRanges(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 2_000; i++) {
            long us = random.nextLong(1L << (1 + random.nextInt(60)));
            String text = PageFigures.duration(us);

            assertThat(text).endsWith("\u00a0" + DurationUnit.of((double) us).symbol());
        }
    }
}
