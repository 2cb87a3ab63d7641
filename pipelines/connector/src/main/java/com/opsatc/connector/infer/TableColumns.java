package com.opsatc.connector.infer;

import com.opsatc.connector.infer.column.ColumnProfile;
import com.opsatc.connector.infer.column.ColumnRole;
import com.opsatc.connector.infer.column.Profiles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The columns of a table that make it an event log. A header that names its role is taken at its word; others are chosen by
 * what they are like. A column that may name a person is never chosen.
 *
 * @param sequence what the source counts its events up by
 * @param deleted what a replica writes of rows that its source has no more
 */
record TableColumns(
        ColumnProfile caseColumn,
        ColumnProfile activity,
        ColumnProfile time,
        Optional<ColumnProfile> start,
        Optional<ColumnProfile> sequence,
        Optional<ColumnProfile> lifecycle,
        Optional<ColumnProfile> deleted) {
    private static final Set<String> ATTRIBUTES = Set.of(
            "type",
            "status",
            "name",
            "category",
            "kind",
            "group",
            "region",
            "country",
            "state",
            "priority",
            "channel",
            "description",
            "amount",
            "price",
            "value",
            "version",
            "level",
            "class",
            "city",
            "flag",
            "quantity",
            "qty",
            "index",
            "line",
            "item",
            "position",
            "count",
            "weight",
            "method",
            "variant",
            "rate",
            "code");
    /** Times that were agreed or are of something else: no event happened at them. */
    private static final Set<String> NOT_HAPPENED = Set.of(
            "due",
            "deadline",
            "agreed",
            "promised",
            "planned",
            "expected",
            "scheduled",
            "requested",
            "birth",
            "valid",
            "sla",
            "estimated",
            "target",
            "until",
            "synced",
            "extracted",
            "loaded");

    private static final Set<String> DELETED =
            Set.of("fivetrandeleted", "sdcdeletedat", "deleted", "isdeleted", "abcdcdeletedat", "deletedat");
    private static final Set<String> NUMBERS = Set.of("id", "no", "nr", "number", "key", "instance", "count");
    private static final Set<String> SEQUENCES = Set.of(
            "sequence",
            "sequenceno",
            "sequencenr",
            "sequencenumber",
            "seq",
            "seqno",
            "seqnr",
            "eventseq",
            "eventsequence",
            "eventindex",
            "eventno",
            "eventnr",
            "eventnumber",
            "ordinal",
            "stepno",
            "stepnr",
            "stepnumber",
            "laufnummer",
            "reihenfolge");

    private static final int LARGEST_CASE = 200;

    /** @param what is missing, {@code case}, {@code activity} or {@code time}; null where nothing is */
    record Found(TableColumns columns, String missing) {}

    static Found in(Profiles table) {
        List<ColumnProfile> profiles = table.read();
        Optional<ColumnProfile> time = best(profiles, each -> each.time().isPresent(), TableColumns::timeScore);
        Optional<ColumnProfile> start =
                best(profiles, each -> each.time().isPresent() && isStart(each), TableColumns::timeScore);
        Optional<ColumnProfile> lifecycle =
                best(profiles, TableColumns::tellsTransitions, each -> each.transitions() ? 2 : 1);
        Predicate<ColumnProfile> text = each -> each.time().isEmpty()
                && each.filled() > 0
                && !each.mayNameAPerson()
                && !each.equals(lifecycle.orElse(null));
        Optional<ColumnProfile> caseColumn = best(profiles, text, TableColumns::caseScore);
        Optional<ColumnProfile> activity = best(
                profiles,
                text.and(each -> !each.list() && !each.equals(caseColumn.orElse(null))),
                TableColumns::activityScore);
        if (time.isEmpty() || caseColumn.isEmpty() || activity.isEmpty()) {
            return new Found(/* columns= */ null, time.isEmpty() ? "time" : caseColumn.isEmpty() ? "case" : "activity");
        }

        return new Found(
                new TableColumns(
                        caseColumn.get(),
                        activity.get(),
                        time.get(),
                        start.filter(each -> !each.equals(time.get())),
                        profiles.stream()
                                .filter(each -> countsUp(each)
                                        && !each.equals(caseColumn.get())
                                        && !each.equals(activity.get()))
                                .findFirst(),
                        lifecycle,
                        table.all().stream()
                                .filter(each -> DELETED.contains(each.name().compact()))
                                .findFirst()),
                /* missing= */ null);
    }

    /** Whether headers name the activity, so that the table is an event log whatever else it looks like. */
    boolean saysActivity() {
        return ColumnRole.ACTIVITY.saidBy(activity.name());
    }

    /** The highest score above nothing, the first of equal ones. */
    private static Optional<ColumnProfile> best(
            List<ColumnProfile> profiles, Predicate<ColumnProfile> fits, ToIntFunction<ColumnProfile> score) {
        return profiles.stream()
                .filter(each -> fits.test(each) && score.applyAsInt(each) > 0)
                .reduce((first, second) -> Comparator.comparingInt(score).compare(first, second) >= 0 ? first : second);
    }

    private static boolean countsUp(ColumnProfile column) {
        return column.numeric() && SEQUENCES.contains(column.name().compact());
    }

    private static int timeScore(ColumnProfile column) {
        int said = Math.max(1, ColumnRole.TIME.score(column.name()))
                + (column.time().get().dateOnly() ? 0 : 5);
        return 300 + said - (isStart(column) ? 30 : 0) - (column.name().hasAny(NOT_HAPPENED) ? 290 : 0);
    }

    private static boolean isStart(ColumnProfile column) {
        String name = column.name().text();
        return name.contains("start") || name.contains("begin");
    }

    private static boolean tellsTransitions(ColumnProfile column) {
        return column.name().text().contains("lifecycle") && column.time().isEmpty() && column.repeats()
                || column.transitions() && !ColumnRole.ACTIVITY.saidBy(column.name());
    }

    private static int caseScore(ColumnProfile column) {
        if (ColumnRole.CASE.saidBy(column.name())) {
            return 2 * ColumnRole.CASE.score(column.name());
        }

        boolean like = column.repeats()
                && (long) column.distinct() * LARGEST_CASE >= column.filled()
                && !ATTRIBUTES.contains(column.name().last())
                && !column.truths();
        return like ? ColumnRole.CASE.score(column.name()) : 0;
    }

    private static int activityScore(ColumnProfile column) {
        if (ColumnRole.ACTIVITY.saidBy(column.name())) {
            return 2 * ColumnRole.ACTIVITY.score(column.name());
        }

        boolean few = column.distinct() <= Math.max(50, column.rows() / 10);
        boolean like = few
                && column.repeats()
                && !column.numeric()
                && !column.truths()
                && !column.name().words().get(0).equals("case");
        return like && !column.name().hasAny(NUMBERS) ? ColumnRole.ACTIVITY.score(column.name()) : 0;
    }
}
