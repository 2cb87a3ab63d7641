package com.opsatc.kernel.measure.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import com.opsatc.kernel.visit.PassState;
import com.opsatc.kernel.visit.RandomLogs;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCountsMeasureTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void take_twoDaysByHand_countsWhatIsADateAlone() {
        ArrayLog log = ArrayLog.builder()
                .add(1, 0, us("2024-05-02T00:00", BERLIN))
                .add(1, 0, us("2024-05-02T00:00", BERLIN))
                .add(1, 0, us("2024-05-02T23:59", BERLIN))
                .add(1, 0, us("2024-05-03T00:00", BERLIN))
                .add(2, 0, us("2024-05-02T08:00", BERLIN), us("2024-05-02T09:00", BERLIN))
                .build();

        // The first two begin a day and are followed on it; the fourth begins one and is the last.
        assertThat(counts(log, BERLIN)).isEqualTo(new LogCounts(5, 2, 1, 3, 2, 1));
    }

    @Test
    void take_dayThatBeginsAtOne_knowsItsBeginning() {
        // In Cairo clocks went from midnight to one on 28 April 2023.
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        long beginning = us("2023-04-28T01:00", cairo);
        ArrayLog log = ArrayLog.builder()
                .add(1, 0, beginning)
                .add(1, 0, us("2023-04-29T00:00", cairo) - 1)
                .add(1, 0, us("2023-04-29T00:00", cairo))
                .build();

        assertThat(counts(log, cairo)).isEqualTo(new LogCounts(3, 1, 0, 2, 1, 0));
    }

    @Test
    void take_nothing_isNothing() {
        assertThat(counts(ArrayLog.builder().build(), ZoneOffset.UTC)).isEqualTo(new LogCounts(0, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void take_randomLog_equalsTheDefinition(long seed) {
        RandomGenerator random = RandomLogs.generator(seed);
        ArrayLog.Builder builder = ArrayLog.builder();
        long midnight = 0;
        long within = 0;
        for (long caseId = 0; caseId < 200; caseId++) {
            LocalDateTime at =
                    LocalDate.of(2024, 3, 1).plusDays(random.nextInt(300)).atStartOfDay();
            LocalDateTime before = null;
            for (int i = random.nextInt(1, 7); i > 0; i--) {
                at = random.nextBoolean()
                        ? at
                        : at.plusHours(random.nextInt(30)).with(hour(random));
                if (before != null && at.isBefore(before)) {
                    at = before;
                }
                builder.add(caseId, 0, us(at, BERLIN));
                boolean date = at.toLocalTime().equals(LocalTime.MIDNIGHT);
                midnight += date ? 1 : 0;
                within += before != null
                                && before.toLocalDate().equals(at.toLocalDate())
                                && (date || before.toLocalTime().equals(LocalTime.MIDNIGHT))
                        ? 1
                        : 0;
                before = at;
            }
        }

        LogCounts counts = counts(builder.build(), BERLIN);

        assertThat(counts.midnightOnly()).isEqualTo(midnight).isPositive();
        assertThat(counts.orderWithinADay()).isEqualTo(within).isPositive();
    }

    /** Never in the hours that clock changes skip or repeat. */
    private static LocalTime hour(RandomGenerator random) {
        return random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(random.nextInt(4, 24), random.nextInt(60));
    }

    private static LogCounts counts(ArrayLog log, ZoneId zone) {
        EventColumns columns = log.columns();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < columns.rows(); i++) {
            first = Math.min(first, columns.completesUs()[i]);
            last = Math.max(last, columns.completesUs()[i]);
        }
        CasePass pass = new CasePass(1);
        CasePass.Slot<LogCounts> counts =
                pass.add(LogCountsMeasure.between(log.size() == 0 ? 0 : first, log.size() == 0 ? 0 : last, zone));
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(log.blocks(0, log.size() / 2));
        CaseVisitor rest = new CaseVisitor(pass);
        rest.visit(log.blocks(log.size() / 2, log.size()));
        PassState read = PassState.fromBytes(pass, rest.state().toBytes());
        return visitor.state().merge(read).finish().of(counts);
    }

    private static long us(String local, ZoneId zone) {
        return us(LocalDateTime.parse(local), zone);
    }

    private static long us(LocalDateTime local, ZoneId zone) {
        return ChronoUnit.MICROS.between(
                java.time.Instant.EPOCH, local.atZone(zone).toInstant());
    }
}
