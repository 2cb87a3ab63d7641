package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.figure.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTextTest {
    @Test
    void of_namesThatSayTheirUnit_areShownInIt() {
        assertThat(text("p50_us", "3600000000", Unit.RATIO)).isEqualTo("median: 1 h");
        assertThat(text("share", "0.381204", Unit.MICROSECONDS)).isEqualTo("share of the time beyond targets: 38.1 %");
        assertThat(text("n_before", "1204", Unit.RATIO)).isEqualTo("n before: 1,204");
        assertThat(text("weeks", "8", Unit.MICROSECONDS)).isEqualTo("weeks: 8");
    }

    @Test
    void of_otherNames_areInTheUnitOfTheFinding() {
        assertThat(text("before", "0.911240", Unit.RATIO)).isEqualTo("before: 91.1 %");
        assertThat(text("before", "3600000000", Unit.MICROSECONDS)).isEqualTo("before: 1 h");
        assertThat(text("change", "-0.178600", Unit.RATIO)).isEqualTo("change: -17.9 pp");
    }

    @Test
    void order_wellKnownNames_comeFirst() {
        assertThat(List.of("zeta", "after", "alpha", "before_high", "before_low", "before", "p50_us").stream()
                        .sorted(FactText.ORDER))
                .containsExactly("before", "before_low", "before_high", "after", "p50_us", "alpha", "zeta");
    }

    private static String text(String name, String value, Unit unit) {
        FactText fact = FactText.of(name, new BigDecimal(value), unit);

        return fact.name() + ": " + fact.value().replace('\u00a0', ' ');
    }
}
