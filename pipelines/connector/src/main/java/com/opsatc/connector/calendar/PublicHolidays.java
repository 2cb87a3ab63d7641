package com.opsatc.connector.calendar;

import com.opsatc.contract.text.Nearest;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Public holidays by country and region, as Jollyday has them. Bank holidays on which shops are open are none. */
final class PublicHolidays {
    private static final int COUNTRY_LETTERS = 2;

    private PublicHolidays() {}

    static SortedSet<LocalDate> days(HolidayPlace place, LocalDate first, LocalDate last) {
        HolidayManager manager = manager(place.country());
        String[] parts = place.parts().toArray(new String[0]);
        SortedSet<LocalDate> days = new TreeSet<>();
        // A holiday of one year may be observed in the next, or the one before.
        for (int year = first.getYear() - 1; year <= last.getYear() + 1; year++) {
            for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts)) {
                days.add(holiday.getDate());
            }
        }
        return new TreeSet<>(days.subSet(first, last.plusDays(1)));
    }

    /** What is wrong with a place, naming what there is and what may have been meant; empty where nothing is. */
    static Optional<String> problem(HolidayPlace place) {
        List<String> countries = countries();
        String country = place.country().toUpperCase(Locale.ROOT);
        if (!countries.contains(country)) {
            return Optional.of("no holidays are known of that country" + Meant.of(Nearest.of(country, countries))
                    + "; countries are " + countries);
        }

        Map<String, CalendarHierarchy> children =
                manager(country).getCalendarHierarchy().getChildren();
        for (String part : place.parts()) {
            CalendarHierarchy child = children.get(part);
            if (child == null) {
                List<String> known = new ArrayList<>(new TreeMap<>(children).keySet());
                return Optional.of("no such region of " + country + Meant.of(Nearest.of(part, known)) + "; there "
                        + (known.isEmpty() ? "is none" : "are " + known));
            }
            children = child.getChildren();
        }
        return Optional.empty();
    }

    /** Sorted, without calendars that are no country's. */
    private static List<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.length() == COUNTRY_LETTERS)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
