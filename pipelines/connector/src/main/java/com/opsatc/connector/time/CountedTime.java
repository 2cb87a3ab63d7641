package com.opsatc.connector.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as numbers: counts since 1970 in UTC, and the serial numbers of spreadsheets, which are days of a local calendar.
 *
 * <p>A serial number's fraction of a day is read to the nearest second. In the 1900 system, day 60 is the 29th of February
 * 1900, which never was and is no date here either; the 1904 system counts from the 1st of January 1904 as 0. A whole serial
 * number is a date without a time.
 */
public enum CountedTime implements TimeFormat {
    EPOCH_S(9),
    EPOCH_MS(6),
    EPOCH_US(3),
    EPOCH_NS(0),
    EXCEL(0),
    EXCEL_1904(0);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}([.,][0-9]{1,20})?");
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
    private static final LocalDate SERIAL_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate SERIAL_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;

    /** Digits that a count must move to the left to be nanoseconds. */
    private final int toNanos;

    CountedTime(int toNanos) {
        this.toNanos = toNanos;
    }

    /** The notation of a word such as {@code epoch-ms}. */
    public static Optional<CountedTime> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** Whether a text is a number that one of these notations could read. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    @Override
    public Optional<TimeText> read(String text) {
        if (!isNumber(text)) {
            return Optional.empty();
        }

        BigDecimal number = new BigDecimal(text.replace(',', '.'));
        try {
            return this == EXCEL || this == EXCEL_1904 ? serial(number) : Optional.of(epoch(number));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private TimeText epoch(BigDecimal count) {
        BigDecimal[] parts =
                count.movePointRight(toNanos).setScale(0, RoundingMode.FLOOR).divideAndRemainder(NANOS_PER_SECOND);
        long seconds = parts[0].longValueExact();
        long nanos = parts[1].longValueExact();
        LocalDateTime at = LocalDateTime.ofEpochSecond(
                nanos < 0 ? seconds - 1 : seconds,
                (int) (nanos < 0 ? nanos + NANOS_PER_SECOND.longValue() : nanos),
                ZoneOffset.UTC);
        return new TimeText(at.toLocalDate(), at.toLocalTime(), ZoneOffset.UTC);
    }

    private Optional<TimeText> serial(BigDecimal number) {
        BigDecimal days = number.setScale(0, RoundingMode.FLOOR);
        if (number.signum() < 0 || this == EXCEL && days.intValueExact() == LEAP_DAY_THAT_NEVER_WAS) {
            return Optional.empty();
        }

        boolean early = this == EXCEL && days.intValueExact() < LEAP_DAY_THAT_NEVER_WAS;
        LocalDate first = this == EXCEL ? SERIAL_0.plusDays(early ? 1 : 0) : SERIAL_0_OF_1904;
        LocalDate date = first.plusDays(days.intValueExact());
        if (number.compareTo(days) == 0) {
            return Optional.of(new TimeText(date, null, null));
        }

        long seconds = number.subtract(days)
                .multiply(SECONDS_PER_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime at = date.atTime(LocalTime.MIDNIGHT).plusSeconds(seconds);
        return Optional.of(new TimeText(at.toLocalDate(), at.toLocalTime(), null));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
