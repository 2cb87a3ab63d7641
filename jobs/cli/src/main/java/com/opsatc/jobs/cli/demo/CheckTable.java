package com.opsatc.jobs.cli.demo;

import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.simulate.check.CheckLine;
import java.util.List;

/** The lines of a check as a table: planted beside found. */
public final class CheckTable {
    private CheckTable() {}

    public static Table of(List<CheckLine> lines) {
        return new Table(
                List.of(
                        Column.text("ok", ""),
                        Column.text("item", "planted thing"),
                        Column.text("planted", "planted"),
                        Column.text("found", "found")),
                lines.stream()
                        .map(line ->
                                Table.row(line.ok() ? "ok" : "MISSED", line.item(), line.planted(), line.found())));
    }
}
