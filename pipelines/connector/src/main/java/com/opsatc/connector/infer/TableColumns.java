package com.opsatc.connector.infer;

import com.opsatc.connector.format.TableSample;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.util.ArrayList;
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
 * @param deleted what a replica writes of rows that its source has no more
 */
record TableColumns(
        ColumnProfile caseColumn,
        ColumnProfile activity,
        ColumnProfile time,
        Optional<ColumnProfile> start,
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
    /** What loads a replica writes columns of its own. */
    private static final Set<String> LOADERS = Set.of("fivetran", "sdc", "airbyte", "dlt", "etl");

    private static final int LARGEST_CASE = 200;

    /** @throws PipelineException (configuration) naming what no column looks like */
    static TableColumns of(String file, TableSample sample, Optional<DateOrder> dates) {
        if (sample.rows().isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot draft a connector for " + file
                            + ": it has no row that fits its header; give a file with rows");
        }

        List<ColumnProfile> all = profiles(sample, dates);
        List<ColumnProfile> own = all.stream()
                .filter(each -> !LOADERS.contains(each.name().words().get(0)))
                .toList();
        List<ColumnProfile> profiles = decided(TimeParts.joined(sample, own, dates));
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
            throw missing(file, time.isEmpty() ? "time" : caseColumn.isEmpty() ? "case" : "activity");
        }

        return new TableColumns(
                caseColumn.get(),
                activity.get(),
                time.get(),
                start.filter(each -> !each.equals(time.get())),
                lifecycle,
                all.stream()
                        .filter(each -> DELETED.contains(each.name().compact()))
                        .findFirst());
    }

    private static PipelineException missing(String file, String role) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot draft a connector for " + file + ": no column looks like the " + role
                        + " of an event; write the connector by hand, or use generic/event-log with --set. Only event"
                        + " logs are drafted: a table of orders and lines (OTIF), one with a column for each"
                        + " milestone, and tables that must be joined need a connector written by hand");
    }

    private static List<ColumnProfile> profiles(TableSample sample, Optional<DateOrder> dates) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (String header : sample.header()) {
            boolean twice = sample.header().indexOf(header) != sample.header().lastIndexOf(header);
            if (!header.isBlank() && !twice) {
                profiles.add(ColumnProfile.of(List.of(header), sample.texts(List.of(header)), dates));
            }
        }

        return profiles;
    }

    /** A file writes its dates in one order: where one column tells it, the others have it. */
    private static List<ColumnProfile> decided(List<ColumnProfile> profiles) {
        List<DateOrder> orders = profiles.stream()
                .flatMap(each -> each.time().stream())
                .flatMap(each -> each.decided().stream())
                .distinct()
                .toList();
        return orders.size() == 1
                ? profiles.stream().map(each -> each.in(orders.get(0))).toList()
                : profiles;
    }

    /** The highest score above nothing, the first of equal ones. */
    private static Optional<ColumnProfile> best(
            List<ColumnProfile> profiles, Predicate<ColumnProfile> fits, ToIntFunction<ColumnProfile> score) {
        return profiles.stream()
                .filter(each -> fits.test(each) && score.applyAsInt(each) > 0)
                .reduce((first, second) -> Comparator.comparingInt(score).compare(first, second) >= 0 ? first : second);
    }

    private static int timeScore(ColumnProfile column) {
        int said = Math.max(1, Role.TIME.score(column.name()))
                + (column.time().get().dateOnly() ? 0 : 5);
        return 300 + said - (isStart(column) ? 30 : 0) - (column.name().hasAny(NOT_HAPPENED) ? 290 : 0);
    }

    private static boolean isStart(ColumnProfile column) {
        String name = column.name().text();
        return name.contains("start") || name.contains("begin");
    }

    private static boolean tellsTransitions(ColumnProfile column) {
        return column.name().text().contains("lifecycle") && column.time().isEmpty() && column.repeats()
                || column.transitions() && !Role.ACTIVITY.saidBy(column.name());
    }

    private static int caseScore(ColumnProfile column) {
        if (Role.CASE.saidBy(column.name())) {
            return 2 * Role.CASE.score(column.name());
        }

        boolean like = column.repeats()
                && (long) column.distinct() * LARGEST_CASE >= column.filled()
                && !ATTRIBUTES.contains(column.name().last())
                && !column.truths();
        return like ? Role.CASE.score(column.name()) : 0;
    }

    private static int activityScore(ColumnProfile column) {
        if (Role.ACTIVITY.saidBy(column.name())) {
            return 2 * Role.ACTIVITY.score(column.name());
        }

        boolean few = column.distinct() <= Math.max(50, column.rows() / 10);
        boolean like = few
                && column.repeats()
                && !column.numeric()
                && !column.truths()
                && !column.name().words().get(0).equals("case");
        return like && !column.name().hasAny(NUMBERS) ? Role.ACTIVITY.score(column.name()) : 0;
    }
}
