package com.opsatc.connector.infer.column;

import com.opsatc.connector.spec.ColumnType;
import com.opsatc.connector.spec.NullWords;
import com.opsatc.connector.text.Blanks;
import com.opsatc.connector.value.ValueParser;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the sampled texts of a column look like; texts that mean "unknown" are none.
 *
 * @param headers one, or those of columns that are read as one, such as a date and a time
 * @param filled rows with a text
 * @param distinct different texts among them
 * @param time how all of them are written as instants
 * @param persons whether they name persons by their shape
 * @param list whether all of them are lists of names
 * @param transitions whether all of them are words for what happened to an activity, such as start and complete
 * @param timeOfDay whether all of them are times of a day without a date
 * @param truths whether all of them are truth values
 */
public record ColumnProfile(
        List<String> headers,
        int rows,
        int filled,
        int distinct,
        boolean numeric,
        Optional<TimeNotation> time,
        boolean list,
        boolean persons,
        boolean transitions,
        boolean timeOfDay,
        boolean truths) {
    private static final Set<String> TRANSITIONS = Set.of(
            "start",
            "complete",
            "completed",
            "schedule",
            "scheduled",
            "assign",
            "reassign",
            "suspend",
            "resume",
            "withdraw",
            "manualskip",
            "autoskip",
            "abort_activity",
            "abort_case",
            "ate_abort",
            "pi_abort",
            "started");
    private static final Set<String> NULLS = Set.copyOf(NullWords.usual(ColumnType.INSTANT));
    private static final List<ValueParser> TIMES_OF_DAY = List.of(
            TimeCandidate.parser(ColumnType.TIME, "iso"),
            TimeCandidate.parser(ColumnType.TIME, "h:mm[:ss] a"),
            TimeCandidate.parser(ColumnType.TIME, "H.mm[.ss]"));

    public ColumnProfile {
        headers = List.copyOf(headers);
    }

    public static ColumnProfile of(List<String> headers, List<String> texts, Optional<DayMonthOrder> dates) {
        List<String> filled = texts.stream()
                .map(Blanks::stripped)
                .filter(text -> !text.isEmpty() && !NULLS.contains(text))
                .toList();
        Set<String> distinct = new HashSet<>(filled);
        HeaderName name = HeaderName.of(String.join(" ", headers));
        boolean named = headers.size() > 1 || ColumnRole.TIME.score(name) > 0;
        Optional<TimeNotation> time = distinct.isEmpty() ? Optional.empty() : TimeNotation.of(distinct, named, dates);
        return new ColumnProfile(
                headers,
                texts.size(),
                filled.size(),
                distinct.size(),
                all(distinct, TimeCandidate.parser(ColumnType.DECIMAL, "iso"))
                        || all(distinct, TimeCandidate.parser(ColumnType.DECIMAL, "1.234,5")),
                time,
                all(distinct, TimeCandidate.parser(ColumnType.LIST, "iso")),
                Persons.named(distinct),
                !distinct.isEmpty()
                        && distinct.stream().allMatch(text -> TRANSITIONS.contains(text.toLowerCase(Locale.ROOT))),
                time.isEmpty() && TIMES_OF_DAY.stream().anyMatch(parser -> all(distinct, parser)),
                all(distinct, TimeCandidate.parser(ColumnType.BOOLEAN, "iso")));
    }

    public HeaderName name() {
        return HeaderName.of(String.join(" ", headers));
    }

    public boolean mayNameAPerson() {
        return persons || name().mayNameAPerson();
    }

    /** Whether texts repeat, as those that name cases or activities do. */
    public boolean repeats() {
        return distinct > 1 && distinct < filled;
    }

    public ColumnProfile in(DayMonthOrder order) {
        return new ColumnProfile(
                headers,
                rows,
                filled,
                distinct,
                numeric,
                time.map(each -> each.in(order)),
                list,
                persons,
                transitions,
                timeOfDay,
                truths);
    }

    private static boolean all(Set<String> texts, ValueParser parser) {
        return !texts.isEmpty()
                && texts.stream().allMatch(text -> parser.parse(text).isPresent());
    }
}
