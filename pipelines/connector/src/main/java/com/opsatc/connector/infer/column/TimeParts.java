package com.opsatc.connector.infer.column;

import com.opsatc.connector.format.TableSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Times that are written in several columns: a year, a month and a day, and a date and a time of day. */
public final class TimeParts {
    private static final List<Set<String>> PARTS = List.of(
            Set.of("year", "jahr", "annee", "ano", "anno", "jaar", "rok", "yyyy"),
            Set.of("month", "monat", "mois", "mes", "mese", "maand", "miesiac", "mm"),
            Set.of("day", "tag", "jour", "dia", "giorno", "dag", "dzien", "dd"));
    private static final Set<String> KINDS = Set.of(
            "date", "time", "datum", "zeit", "uhrzeit", "heure", "hora", "fecha", "data", "ora", "tijd", "at", "of",
            "day");

    private TimeParts() {}

    /** The columns of a table with those that are parts of a time in one. */
    public static List<ColumnProfile> joined(
            TableSample sample, List<ColumnProfile> single, Optional<DayMonthOrder> dates) {
        List<ColumnProfile> profiles = new ArrayList<>(single);
        for (List<String> headers : triples(single)) {
            add(profiles, ColumnProfile.of(headers, sample.texts(headers), dates));
        }

        List<ColumnProfile> days = profiles.stream()
                .filter(each -> each.time().isPresent() && each.time().get().dateOnly())
                .toList();
        List<ColumnProfile> clocks =
                profiles.stream().filter(ColumnProfile::timeOfDay).toList();
        for (ColumnProfile day : days) {
            Optional<ColumnProfile> clock = clocks.size() == 1 && days.size() == 1
                    ? Optional.of(clocks.get(0))
                    : clocks.stream()
                            .filter(each -> what(each).equals(what(day)))
                            .findFirst();
            if (clock.isPresent()) {
                List<String> headers = new ArrayList<>(day.headers());
                headers.addAll(clock.get().headers());
                add(profiles, ColumnProfile.of(headers, sample.texts(headers), dates));
            }
        }

        return profiles;
    }

    private static void add(List<ColumnProfile> profiles, ColumnProfile joined) {
        if (joined.time().isPresent()) {
            profiles.removeIf(each -> joined.headers().containsAll(each.headers()));
            profiles.add(joined);
        }
    }

    /** By what else their headers say, so that order year goes with order month. */
    private static List<List<String>> triples(List<ColumnProfile> profiles) {
        Map<List<String>, String[]> found = new LinkedHashMap<>();
        for (ColumnProfile each : profiles) {
            for (int part = 0; part < PARTS.size(); part++) {
                Set<String> words = PARTS.get(part);
                if (each.name().hasAny(words)) {
                    List<String> rest = each.name().words().stream()
                            .filter(word -> !words.contains(word))
                            .toList();
                    found.computeIfAbsent(rest, key -> new String[PARTS.size()])[part] =
                            each.headers().get(0);
                }
            }
        }

        return found.values().stream()
                .filter(headers -> headers[0] != null && headers[1] != null && headers[2] != null)
                .map(List::of)
                .toList();
    }

    private static List<String> what(ColumnProfile column) {
        return column.name().words().stream()
                .filter(word -> !KINDS.contains(word) && PARTS.stream().noneMatch(part -> part.contains(word)))
                .toList();
    }
}
