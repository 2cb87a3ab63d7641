package com.opsatc.connector.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The offset that stands at a time: {@code Z}, {@code +01:00}, {@code UTC+1}, or an abbreviation that says by itself whether
 * clocks were on daylight saving time ({@code CET}, {@code CEST}).
 *
 * <p>An abbreviation with several meanings ({@code IST}, {@code CST}, {@code BST}) is read only where the zone of the source
 * or column uses it: {@code CST} is six hours behind UTC in {@code America/Chicago}, eight ahead in {@code Asia/Shanghai},
 * and nothing elsewhere.
 */
public final class ZoneWords {
    private static final Pattern OFFSET = Pattern.compile(
            "(?:UTC|GMT)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?(?::?([0-9]{2}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z])[A-Z]{2,5}(?![A-Za-z])");
    private static final Map<String, ZoneOffset> PLAIN = plain();

    private final Map<String, ZoneOffset> words = new HashMap<>(PLAIN);

    /** @param zone of the source or column; a fixed offset has no abbreviations of its own */
    public ZoneWords(ZoneId zone) {
        if (zone.getId().startsWith("Australia/")) {
            words.remove("EST");
            words.remove("EDT");
        }
        if (!(zone instanceof ZoneOffset)) {
            TimeZone own = TimeZone.getTimeZone(zone);
            put(own, /* daylight= */ false);
            if (own.useDaylightTime()) {
                put(own, /* daylight= */ true);
            }
        }
    }

    /** The offset of a word or number such as {@code +01:00}, or a region by its IANA name; empty for what has none or several. */
    Optional<ZoneId> offset(String zone) {
        if (zone.indexOf('/') > 0) {
            return ZoneId.getAvailableZoneIds().contains(zone) ? Optional.of(ZoneId.of(zone)) : Optional.empty();
        }

        Matcher number = OFFSET.matcher(zone);
        if (!number.matches()) {
            return Optional.ofNullable(words.get(zone.toUpperCase(Locale.ROOT)));
        }

        int sign = number.group(1).equals("-") ? -1 : 1;
        try {
            return Optional.of(ZoneOffset.ofHoursMinutesSeconds(
                    sign * part(number, 2), sign * part(number, 3), sign * part(number, 4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The text with the abbreviation in it replaced by its offset, {@code +01:00}; as it was when it has none that is known. */
    String withOffset(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            ZoneOffset offset = words.get(word.group());
            if (offset != null) {
                String number = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
                return text.substring(0, word.start()) + number + text.substring(word.end());
            }
        }

        return text;
    }

    private void put(TimeZone own, boolean daylight) {
        String name = own.getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH);
        int millis = own.getRawOffset() + (daylight ? own.getDSTSavings() : 0);
        if (WORD.matcher(name).matches()) {
            words.put(name, ZoneOffset.ofTotalSeconds(millis / 1_000));
        }
    }

    private static int part(Matcher number, int group) {
        return number.group(group) == null ? 0 : Integer.parseInt(number.group(group));
    }

    private static Map<String, ZoneOffset> plain() {
        Map<String, ZoneOffset> words = new HashMap<>();
        String hours =
                "Z 0 UTC 0 UT 0 GMT 0 WET 0 WEST 1 CET 1 CEST 2 MEZ 1 MESZ 2 EET 2 EEST 3 MSK 3 SAST 2 EST -5 EDT -4"
                        + " MDT -6 PDT -7 AKST -9 AKDT -8 HST -10 BRT -3 PKT 5 HKT 8 SGT 8 AWST 8 JST 9 KST 9 AEST 10 AEDT 11"
                        + " NZST 12 NZDT 13";
        String[] parts = hours.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            words.put(parts[i], ZoneOffset.ofHours(Integer.parseInt(parts[i + 1])));
        }

        return Map.copyOf(words);
    }
}
