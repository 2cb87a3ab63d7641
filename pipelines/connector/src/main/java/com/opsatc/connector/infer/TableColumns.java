package com.opsatc.connector.infer;

import com.opsatc.connector.format.TableSample;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The columns of a table that make it an event log. */
record TableColumns(
        String delimiter,
        ColumnProfile caseColumn,
        ColumnProfile activity,
        ColumnProfile time,
        Optional<ColumnProfile> start,
        Optional<ColumnProfile> lifecycle) {
    private static final Map<String, Integer> CASE_HINTS = Map.ofEntries(
            Map.entry("case:concept:name", 100),
            Map.entry("case", 60),
            Map.entry("trace", 50),
            Map.entry("order", 45),
            Map.entry("incident", 45),
            Map.entry("ticket", 45),
            Map.entry("application", 40),
            Map.entry("claim", 40),
            Map.entry("invoice", 40),
            Map.entry("number", 20),
            Map.entry("id", 10));
    private static final Map<String, Integer> ACTIVITY_HINTS = Map.of(
            "concept:name",
            90,
            "activity",
            80,
            "task",
            40,
            "step",
            40,
            "operation",
            40,
            "event",
            30,
            "action",
            30,
            "status",
            25,
            "state",
            20);
    private static final Map<String, Integer> TIME_HINTS = Map.of(
            "time:timestamp", 100, "complete", 60, "end", 50, "finish", 50, "timestamp", 40, "time", 20, "date", 10);

    /** @throws PipelineException (configuration) naming what no column looks like */
    static TableColumns of(String file, TableSample sample) {
        List<ColumnProfile> profiles = profiles(sample);
        Optional<ColumnProfile> time =
                best(profiles, each -> each.timeFormat().isPresent(), each -> timeScore(each.name()));
        Optional<ColumnProfile> start = best(
                profiles,
                each -> each.timeFormat().isPresent() && isStart(each.name()),
                each -> timeScore(each.name()));
        Predicate<ColumnProfile> text = each -> each.timeFormat().isEmpty() && !each.mayNameAPerson() && each.repeats();
        Optional<ColumnProfile> caseColumn = best(profiles, text, each -> score(each.name(), CASE_HINTS));
        Optional<ColumnProfile> activity = best(
                profiles,
                text.and(each -> !each.list() && !each.numeric() && !each.equals(caseColumn.orElse(null))),
                each -> activityScore(each));
        if (time.isEmpty() || caseColumn.isEmpty() || activity.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot draft a connector for " + file + ": no column looks like the "
                            + (time.isEmpty() ? "time" : caseColumn.isEmpty() ? "case" : "activity")
                            + " of an event; write the connector by hand, or use generic/event-log with --set");
        }

        Optional<ColumnProfile> lifecycle =
                best(profiles, text.and(each -> each.name().contains("lifecycle")), each -> 1);
        return new TableColumns(
                sample.delimiter(),
                caseColumn.get(),
                activity.get(),
                time.get(),
                start.filter(each -> !each.equals(time.get())),
                lifecycle);
    }

    private static List<ColumnProfile> profiles(TableSample sample) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < sample.header().size(); i++) {
            int column = i;
            String header = sample.header().get(i);
            boolean twice = sample.header().indexOf(header) != sample.header().lastIndexOf(header);
            if (!header.isBlank() && !twice) {
                profiles.add(ColumnProfile.of(
                        header,
                        sample.rows().stream().map(row -> row.get(column)).toList()));
            }
        }

        return profiles;
    }

    /** The highest score above nothing, the first of equal ones. */
    private static Optional<ColumnProfile> best(
            List<ColumnProfile> profiles, Predicate<ColumnProfile> fits, ToIntFunction<ColumnProfile> score) {
        return profiles.stream()
                .filter(each -> fits.test(each) && score.applyAsInt(each) > 0)
                .reduce((first, second) -> Comparator.comparingInt(score).compare(first, second) >= 0 ? first : second);
    }

    private static int timeScore(String name) {
        return Math.max(1, score(name, TIME_HINTS)) - (isStart(name) ? 30 : 0) + 30;
    }

    private static boolean isStart(String name) {
        return name.contains("start") || name.contains("begin");
    }

    private static int activityScore(ColumnProfile column) {
        boolean few = column.distinct() <= Math.max(50, column.rows() / 10);
        return few && !column.name().startsWith("case") ? 1 + score(column.name(), ACTIVITY_HINTS) : 0;
    }

    private static int score(String name, Map<String, Integer> hints) {
        int contained = hints.entrySet().stream()
                .filter(hint -> name.contains(hint.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return contained + (hints.containsKey(name) ? 30 : 0);
    }
}
