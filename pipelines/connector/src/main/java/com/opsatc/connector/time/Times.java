package com.opsatc.connector.time;

import com.opsatc.connector.text.Blanks;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Dates, instants and times of day by formats tried in order, strictly: the 31st of February is no date.
 *
 * <p>An instant is exact when its text has an offset. A local one lies in the given zone; an hour that the zone skips is
 * moved forward by the gap, of an hour that it repeats the earlier is meant, and the value says so. A date without a time
 * begins its day. Blanks of any kind are alike, several are as one.
 */
public final class Times {
    private static final long MICROS = 1_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    private final List<TimeFormat> formats;
    private final ZoneId zone;

    /** @throws IllegalArgumentException when one is neither a known word nor a java.time pattern */
    public Times(List<String> formats, ZoneId zone) {
        this.formats =
                formats.stream().map(format -> TimeFormat.of(format, zone)).toList();
        this.zone = zone;
    }

    public Optional<Object> date(String text) {
        return read(text).map(TimeText::date).map(date -> (int) date.toEpochDay());
    }

    public Optional<Object> time(String text) {
        return read(text).map(TimeText::time).map(time -> time.toNanoOfDay() / NANOS_PER_MICRO);
    }

    public Optional<Object> instant(String text) {
        return read(text).filter(said -> said.date() != null).flatMap(this::placed);
    }

    private Optional<TimeText> read(String text) {
        String plain = Blanks.single(text);
        for (TimeFormat format : formats) {
            Optional<TimeText> said = format.read(plain);
            if (said.isPresent()) {
                return said;
            }
        }

        return Optional.empty();
    }

    /** Empty for what lies so far away that it has no count of microseconds, as a count in another unit may. */
    private Optional<Object> placed(TimeText said) {
        try {
            return Optional.of(value(said));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private InstantValue value(TimeText said) {
        LocalDateTime local = said.date().atTime(said.time() == null ? LocalTime.MIDNIGHT : said.time());
        ZoneId written = said.zone() == null ? zone : said.zone();
        if (written instanceof ZoneOffset offset) {
            return value(local.toInstant(offset), said, /* inGap= */ false, /* inOverlap= */ false);
        }

        int offsets = written.getRules().getValidOffsets(local).size();
        return value(local.atZone(written).toInstant(), said, offsets == 0, offsets == 2);
    }

    private static InstantValue value(Instant at, TimeText said, boolean inGap, boolean inOverlap) {
        long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / NANOS_PER_MICRO);
        return new InstantValue(micros, at.getNano() % NANOS_PER_MICRO, said.time() == null, inGap, inOverlap);
    }
}
