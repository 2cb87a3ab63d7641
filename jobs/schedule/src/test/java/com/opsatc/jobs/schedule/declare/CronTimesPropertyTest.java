package com.opsatc.jobs.schedule.declare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random times around changes of the clocks, against a reader of the clock who looks at it every minute. */
class CronTimesPropertyTest {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata", "UTC");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");

    private record Declared(SortedSet<Integer> minutes, SortedSet<Integer> hours, boolean everyHour, ZoneId zone) {
        String cron() {
            return text(minutes) + " " + (everyHour ? "*" : text(hours)) + " * * *";
        }

        boolean shows(LocalDateTime clock) {
            return minutes.contains(clock.getMinute()) && (everyHour || hours.contains(clock.getHour()));
        }

        private static String text(SortedSet<Integer> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void next_randomTimes_areThoseOfWhoReadsTheClockEveryMinute(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 12; i++) {
            Declared declared = new Declared(
                    some(random, 60),
                    some(random, 5),
                    random.nextInt(4) == 0,
                    ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
            // The days around each change of half a year.
            Instant after = FROM.plus(Duration.ofHours(random.nextInt(24 * 240)));
            ZoneOffsetTransition change = declared.zone().getRules().nextTransition(after);
            Instant start = change == null ? after : change.getInstant().minus(Duration.ofHours(30));

            CronTimes times = CronTimes.of(declared.cron(), declared.zone());
            List<Instant> found = new ArrayList<>();
            for (Instant at = times.next(start); at.isBefore(start.plus(Duration.ofHours(60))); at = times.next(at)) {
                found.add(at);
            }

            assertThat(found).as("%s %s", declared.cron(), declared.zone()).isEqualTo(read(declared, start));
        }
    }

    private static List<Instant> read(Declared declared, Instant start) {
        TreeSet<Instant> times = new TreeSet<>();
        for (int minute = 1; minute < 60 * 60; minute++) {
            Instant at = start.plus(Duration.ofMinutes(minute));
            LocalDateTime clock = LocalDateTime.ofInstant(at, declared.zone());
            boolean shownBefore = at.isAfter(
                    clock.atZone(declared.zone()).withEarlierOffsetAtOverlap().toInstant());
            if (declared.shows(clock) && (declared.everyHour() || !shownBefore)) {
                times.add(at);
            }

            LocalDateTime before = LocalDateTime.ofInstant(at.minusSeconds(60), declared.zone());
            long leapt = Duration.between(before, clock).toMinutes() - 1;
            boolean missed = IntStream.range(1, (int) Math.max(1, leapt + 1))
                    .anyMatch(step -> declared.shows(before.plusMinutes(step)));
            if (missed && !declared.everyHour()) {
                times.add(at);
            }
        }

        return List.copyOf(times);
    }

    private static SortedSet<Integer> some(RandomGenerator random, int below) {
        SortedSet<Integer> values = new TreeSet<>();
        int count = 1 + random.nextInt(3);
        while (values.size() < count) {
            values.add(random.nextInt(below));
        }

        return values;
    }
}
