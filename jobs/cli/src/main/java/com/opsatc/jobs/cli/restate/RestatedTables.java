package com.opsatc.jobs.cli.restate;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.figure.Humane;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Restated weeks as tables: a line a week, a line a cited row. */
public final class RestatedTables {
    private static final List<Column> WEEKS = List.of(
            Column.text("id", "KPI"),
            Column.date("week", "week of"),
            Column.figure("then", "as known then"),
            Column.figure("now", "as known now"),
            Column.figure("difference", "difference"),
            Column.symbol("unit"),
            Column.count("n_then", "n then"),
            Column.count("n_now", "n now"),
            Column.text("run", "first published by run"),
            Column.date("as_of", "as of"),
            Column.count("files_since", "files since"));

    private static final List<Column> MOVED = List.of(
            Column.date("week", "week of"),
            Column.count("added", "members new"),
            Column.count("gone", "gone"),
            Column.count("changed", "changed"),
            Column.count("late", "by late records"),
            Column.count("withdrawn", "by withdrawn files"),
            Column.count("otherwise", "otherwise"));

    private static final List<Column> CITED = List.of(
            Column.date("week", "week of"),
            Column.text("system", "system"),
            Column.text("file", "file"),
            Column.text("name", "name"),
            Column.count("row", "row"),
            Column.text("key", "key"));

    private static final int SHORT_DIGEST = 12;

    private RestatedTables() {}

    public static Table weeks(List<RestatedWeek> restated) {
        return new Table(WEEKS, restated.stream().map(RestatedTables::row));
    }

    private static List<Object> row(RestatedWeek week) {
        return Table.row(
                week.id(),
                week.week(),
                Cell.figure(week.then().value(), week.unit()),
                Cell.figure(week.now().value(), week.unit()),
                Cell.figure(week.difference(), week.unit()),
                week.unit().symbol(),
                week.then().n(),
                week.now().n(),
                week.then().runId(),
                week.then().asOf(),
                (long) week.filesSince().size());
    }

    /** How many members moved each week, and why. */
    public static Table moved(List<RestatedWeek> restated) {
        return new Table(
                MOVED,
                restated.stream()
                        .map(week -> Table.row(
                                week.week(),
                                week.moved().added(),
                                week.moved().gone(),
                                week.moved().changed(),
                                week.moved().late(),
                                week.moved().withdrawn(),
                                week.moved().otherwise())));
    }

    /** The first late records of each week. */
    public static Table cited(List<RestatedWeek> restated) {
        return new Table(
                CITED,
                restated.stream()
                        .flatMap(week -> week.moved().sample().stream()
                                .map(cited -> Table.row(
                                        week.week(),
                                        cited.system(),
                                        cited.file().hex().substring(0, SHORT_DIGEST),
                                        week.filesSince().stream()
                                                .filter(file -> file.file().equals(cited.file()))
                                                .map(LateFile::text)
                                                .findFirst()
                                                .orElse(null),
                                        cited.row(),
                                        cited.key()))));
    }

    /** The greatest change of each KPI as one line: {@code K-…: 3 weeks, at most -4.2 pp (week of 2026-01-05)}. */
    public static List<String> lines(List<RestatedWeek> restated) {
        return restated.stream().collect(Collectors.groupingBy(RestatedWeek::id)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kpi -> line(kpi.getKey(), kpi.getValue()))
                .toList();
    }

    private static String line(String id, List<RestatedWeek> weeks) {
        String count = id + ": " + Humane.count(weeks.size()) + (weeks.size() == 1 ? " week" : " weeks");
        return weeks.stream()
                .filter(week -> week.difference() != null)
                .max((one, other) -> {
                    int by = one.difference().abs().compareTo(other.difference().abs());
                    return by == 0 ? other.week().compareTo(one.week()) : by;
                })
                .map(most -> count + ", at most " + FigureName.CHANGE.text(most.difference(), most.unit())
                        + " (week of " + most.week() + ")")
                .orElse(count);
    }
}
