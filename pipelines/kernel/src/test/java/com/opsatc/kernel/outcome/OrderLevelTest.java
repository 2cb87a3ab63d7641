package com.opsatc.kernel.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.outcome.LineVerdict.Counted;
import com.opsatc.kernel.outcome.LineVerdict.Excluded;
import com.opsatc.kernel.outcome.LineVerdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderLevelTest {
    private static final LineVerdict GOOD = new Counted(true, true, true);
    private static final LineVerdict LATE = new Counted(false, true, false);
    private static final LineVerdict OUT = new Excluded(Reason.NO_DUE);

    @Test
    void perfect_oneLineFails_isFalse() {
        assertThat(OrderLevel.perfect(List.of(GOOD, LATE, GOOD), Counted::otif)).contains(false);
        assertThat(OrderLevel.perfect(List.of(GOOD, LATE, GOOD), Counted::inFull))
                .contains(true);
    }

    @Test
    void perfect_excludedLines_doNotMatter() {
        assertThat(OrderLevel.perfect(List.of(OUT, GOOD, OUT), Counted::onTime)).contains(true);
        assertThat(OrderLevel.perfect(List.of(OUT, OUT), Counted::onTime)).isEmpty();
        assertThat(OrderLevel.perfect(List.of(), Counted::onTime)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void perfect_anyOrders_linesInPerfectOrdersAreNeverMoreThanGoodLines(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        long inPerfect = 0;
        long good = 0;
        for (int order = 0; order < 500; order++) {
            List<LineVerdict> lines = new ArrayList<>();
            for (int line = 1 + random.nextInt(10); line > 0; line--) {
                lines.add(random.nextInt(5) == 0 ? LATE : GOOD);
            }
            good += lines.stream().filter(GOOD::equals).count();
            inPerfect += OrderLevel.perfect(lines, Counted::otif).orElseThrow() ? lines.size() : 0;
        }
        assertThat(inPerfect).isPositive().isLessThanOrEqualTo(good);
    }
}
