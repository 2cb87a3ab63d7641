package com.opsatc.jobs.cli.diff;

import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A line a difference: all in one table for programs, a table a part for people, without the columns that it leaves empty. */
public final class DifferenceTables {
    private static final List<Column> COLUMNS = List.of(
            Column.symbol("part"),
            Column.text("change", "change"),
            Column.symbol("process"),
            Column.text("id", "id"),
            Column.figure("from", "from"),
            Column.figure("to", "to"),
            Column.figure("difference", "difference"),
            Column.symbol("unit"),
            Column.count("n_from", "n from"),
            Column.count("n_to", "n to"),
            Column.text("intervals", "intervals"),
            Column.text("what", "what"),
            Column.text("note", "note"));

    private DifferenceTables() {}

    public static Table all(RunComparison comparison) {
        return new Table(COLUMNS, comparison.differences().stream().map(DifferenceTables::row));
    }

    /** Without lines where nothing of the part differs. */
    public static Table of(RunComparison comparison, DiffPart part) {
        List<List<Object>> rows = comparison.differences().stream()
                .filter(each -> each.part() == part)
                .map(DifferenceTables::row)
                .toList();
        int[] filled = IntStream.range(0, COLUMNS.size())
                .filter(i -> rows.stream().anyMatch(row -> row.get(i) != null))
                .toArray();
        return new Table(
                IntStream.of(filled).mapToObj(COLUMNS::get).toList(),
                rows.stream().map(row -> chosen(row, filled)));
    }

    private static List<Object> chosen(List<Object> row, int[] columns) {
        List<Object> chosen = new ArrayList<>();
        for (int column : columns) {
            chosen.add(row.get(column));
        }
        return chosen;
    }

    private static List<Object> row(Difference difference) {
        Amounts amounts = difference.amounts();
        Unit unit = amounts == null ? null : amounts.unit();
        return Table.row(
                difference.part().symbol(),
                difference.kind().symbol(),
                difference.process(),
                difference.id(),
                Cell.figure(amounts == null ? null : amounts.from(), unit),
                Cell.figure(amounts == null ? null : amounts.to(), unit),
                Cell.figure(amounts == null ? null : amounts.difference(), unit),
                unit == null ? null : unit.symbol(),
                amounts == null ? null : amounts.nFrom(),
                amounts == null ? null : amounts.nTo(),
                amounts == null || amounts.overlap() == null ? null : amounts.overlap() ? "overlap" : "apart",
                difference.what(),
                difference.note());
    }
}
