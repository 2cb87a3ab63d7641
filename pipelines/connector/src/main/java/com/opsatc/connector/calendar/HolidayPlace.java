package com.opsatc.connector.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * Where public holidays are those of.
 *
 * @param country two letters of ISO 3166-1, e.g. {@code DE}
 * @param region part of it as the source of the dates names it, e.g. {@code by}, or {@code by/ag} for a part of that; null for the
 *     days of the whole country
 */
public record HolidayPlace(String country, String region) {
    public HolidayPlace {
        requireNonNull(country, "country");
    }

    /** Its public holidays from one day to another, as they are observed. */
    public SortedSet<LocalDate> days(LocalDate first, LocalDate last) {
        return PublicHolidays.days(this, first, last);
    }

    List<String> parts() {
        return region == null ? List.of() : List.of(region.split("/", -1));
    }
}
