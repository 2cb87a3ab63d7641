package com.opsatc.connector.infer.column;

import com.opsatc.connector.spec.Classification;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.time.InstantValue;
import com.opsatc.connector.value.ValueParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A format that instants may have, of those that a column can declare.
 *
 * @param possible a quick look that tells most texts of another kind before they are parsed
 */
public record TimeCandidate(String format, Predicate<String> possible, ValueParser parser) {
    private static final Pattern AM_PM = Pattern.compile("[0-9]\\h?[aApP]\\.?\\h?[mM]\\.?$");
    private static final Pattern WORD = Pattern.compile("[0-9] ?[A-Za-z]{1,5}$");
    private static final Pattern OFFSET = Pattern.compile("[0-9] ?(Z|[+-][0-9]{2}:?[0-9]{2})$");
    private static final Pattern NO_MARK = Pattern.compile("[^-/.,:]+");

    private static final List<String> COUNTED = List.of("epoch-s", "epoch-ms", "epoch-us", "epoch-ns", "excel");
    private static final List<String> BARE = List.of("yyyyMMddHHmmss", "yyyyMMdd");
    private static final List<String> TIMES = List.of(
            "",
            " H:mm[:ss]",
            " H:mm:ss.SSS",
            " H:mm:ss.SSSSSS",
            " H:mm:ss,SSS",
            " h:mm[:ss] a",
            " h:mm:ss.SSS a",
            ", H:mm[:ss]",
            ", h:mm[:ss] a",
            "'T'H:mm[:ss]",
            ":H.mm[.ss]",
            " H.mm[.ss]",
            " H:mm[:ss] z",
            " H:mm[:ss] xx",
            " H:mm[:ss] xxx");
    /** A number is a time only where its year is one that logs have. */
    private static final long FIRST = micros("1990-01-01T00:00:00Z");

    private static final long LAST = micros("2050-01-01T00:00:00Z");
    private static final Map<String, TimeCandidate> ALL = candidates();

    /** All, those that are usual first. */
    public static List<TimeCandidate> all() {
        return List.copyOf(ALL.values());
    }

    public static TimeCandidate of(String format) {
        return ALL.get(format);
    }

    public boolean reads(String text) {
        return at(text).isPresent();
    }

    public Optional<InstantValue> at(String text) {
        return Optional.of(text)
                .filter(possible)
                .flatMap(parser::parse)
                .map(InstantValue.class::cast)
                .filter(at -> !bareNumber() || at.micros() >= FIRST && at.micros() < LAST);
    }

    /** Whether its texts are numbers that could count anything. */
    public boolean bareNumber() {
        return COUNTED.contains(format) || BARE.contains(format);
    }

    public Optional<DayMonthOrder> order() {
        return DayMonthOrder.of(format);
    }

    /** Whether a column can have both: no column writes its dates in two orders. */
    public boolean agrees(TimeCandidate other) {
        return order().isEmpty() || other.order().isEmpty() || order().equals(other.order());
    }

    private static Map<String, TimeCandidate> candidates() {
        List<String> dates = new ArrayList<>();
        for (String separator : List.of("/", "-", ".")) {
            for (String parts :
                    List.of("d M yyyy", "M d yyyy", "yyyy M d", "d MMM yyyy", "d MMM yy", "d M yy", "M d yy")) {
                dates.add(parts.replace(" ", separator));
            }
        }

        dates.addAll(List.of(
                "MMM d, yyyy",
                "MMMM d, yyyy",
                "d MMM yyyy",
                "d MMMM yyyy",
                "MMM d yyyy",
                "yyyy M d",
                "yyyy MMM d",
                "yyyy MMMM d",
                "yyyyMMdd"));
        List<String> formats = new ArrayList<>(List.of("iso"));
        for (String time : TIMES) {
            dates.forEach(date -> formats.add(date + time));
        }

        formats.addAll(BARE);
        formats.addAll(COUNTED);
        Map<String, TimeCandidate> candidates = new LinkedHashMap<>();
        formats.forEach(format -> candidates.put(
                format, new TimeCandidate(format, possible(format), parser(ColumnType.INSTANT, format))));
        return Collections.unmodifiableMap(candidates);
    }

    /** By how a text ends where that is a word or an offset, else by the marks between its numbers. */
    private static Predicate<String> possible(String format) {
        if (format.matches("iso|epoch.*|excel")) {
            return text -> true;
        }

        Pattern end = format.endsWith("a") ? AM_PM : format.endsWith("z") ? WORD : format.endsWith("x") ? OFFSET : null;
        if (end != null) {
            return text -> end.matcher(text).find();
        }

        Set<String> marks = Stream.of(format.replaceAll("\\[.*?]", ""), format.replaceAll("[\\[\\]]", ""))
                .map(text -> NO_MARK.matcher(text).replaceAll(""))
                .collect(Collectors.toUnmodifiableSet());
        return text -> marks.contains(NO_MARK.matcher(text).replaceAll(""));
    }

    /** The parser of a column of a type that declares one format. */
    public static ValueParser parser(ColumnType type, String format) {
        return ValueParser.of(
                new ColumnSpec(
                        "sampled",
                        List.of("sampled"),
                        type,
                        false,
                        List.of(format),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        "sampled",
                        Classification.NONE,
                        null),
                ZoneOffset.UTC);
    }

    private static long micros(String instant) {
        return Instant.parse(instant).toEpochMilli() * 1_000;
    }
}
