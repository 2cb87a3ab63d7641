package com.opsatc.process.run.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.TenantConfiguration;
import com.opsatc.connector.calendar.CalendarDeclaration;
import com.opsatc.connector.calendar.HolidayPlace;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.figure.ClockUsed;
import com.opsatc.contract.id.Sha256;
import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.measure.Clocks;
import com.opsatc.process.kpi.measure.ProcessInput;
import com.opsatc.process.run.input.RunConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DeclaredCalendarTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long HOUR = 3_600_000_000L;
    private static final CalendarDeclaration OFFICE = new CalendarDeclaration(
            "Europe/Warsaw",
            new TreeMap<>(Map.of("mon-fri", List.of("09:00-17:00"))),
            new HolidayPlace("PL", null),
            null,
            null);

    /** From Wednesday 2026-12-23, noon in Warsaw, to Monday the 28th: 24 to 26 December are holidays of Poland. */
    @Test
    void clocks_declaredCalendar_hasTheHolidaysOfTheYearsOfTheLog() {
        Clocks clocks = clocks(new TreeMap<>(Map.of("process", "office")), null);

        DurationClock business = clocks.find(Clocks.BUSINESS).orElseThrow();
        assertThat(business.between(us("2026-12-23T11:00:00Z"), us("2026-12-28T11:00:00Z")))
                .isEqualTo(8 * HOUR);
        assertThat(clocks.used(Clocks.BUSINESS)).isEqualTo(ClockUsed.business("office", "Europe/Warsaw"));
        assertThat(clocks.find(Clocks.WALL)).contains(DurationClock.WALL);
    }

    @Test
    void clocks_calendarOfAnotherProcess_isNone() {
        assertThat(clocks(new TreeMap<>(Map.of("other", "office")), null).find(Clocks.BUSINESS))
                .isEmpty();
        assertThat(clocks(null, "office").find(Clocks.BUSINESS)).isPresent();
    }

    private static Clocks clocks(TreeMap<String, String> byProcess, String every) {
        List<Row> log = List.of(
                Processes.event("a", 0, false, "Open", us("2026-12-23T11:00:00Z"), 1),
                Processes.event("a", 1, true, "Close", us("2026-12-28T11:00:00Z"), 2));
        ProcessInput in = Processes.input(
                Processes.mapping(Map.of()),
                Processes.log(log),
                Processes.objects(List.of()),
                UTC,
                LocalDate.of(2026, 12, 28));
        TenantConfiguration tenant = new TenantConfiguration(
                "acme", null, new TreeMap<>(Map.of("office", OFFICE)), every, byProcess, null, null);
        return DeclaredCalendar.clocks(
                in,
                new RunConfiguration(
                        List.of(),
                        Processes.definitions(),
                        Levers.NONE,
                        new TreeMap<>(),
                        UTC,
                        tenant,
                        Sha256.of("conf")));
    }

    private static long us(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
