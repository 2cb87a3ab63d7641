package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.util.List;

/** What activity instances tell of work and waiting: a line an activity, and a line a process. */
final class WorkTables {
    private static final List<Column> ACTIVITIES = List.of(
            Column.coded("process", "process"),
            Column.text("activity", "activity"),
            Column.count("executions", "executions"),
            Column.count("n", "with a start"),
            Column.duration("sum_us", "total"),
            Column.duration("mean_us", "mean"),
            Column.duration("p50_us", "p50"),
            Column.duration("p90_us", "p90"));
    private static final List<Column> PROCESSES = List.of(
            Column.coded("process", "process"),
            Column.count("instances", "instances"),
            Column.count("starts_known", "starts known"),
            Column.duration("processing_us", "processing"),
            Column.duration("suspended_us", "suspended"),
            Column.duration("busy_us", "busy"),
            Column.duration("idle_us", "idle"));

    private WorkTables() {}

    static Table byActivity(DocumentHeader header, List<ProcessEdges> processes) {
        return new Table(
                ACTIVITIES,
                processes.stream()
                        .flatMap(process -> process.activities().stream()
                                .filter(activity -> activity.processing() != null)
                                .map(activity -> row(header, process, activity))));
    }

    static Table byProcess(DocumentHeader header, List<ProcessEdges> processes) {
        return new Table(PROCESSES, processes.stream().map(process -> row(header, process)));
    }

    private static List<Object> row(DocumentHeader header, ProcessEdges process, ActivityStats activity) {
        DurationFigures processing = activity.processing();
        return Table.row(
                PlainNames.process(header, process.process()),
                activity.activity(),
                activity.executions(),
                processing.n(),
                processing.sumUs(),
                processing.meanUs(),
                processing.p50Us(),
                processing.p90Us());
    }

    private static List<Object> row(DocumentHeader header, ProcessEdges process) {
        WorkTimes times = process.times();
        return Table.row(
                PlainNames.process(header, process.process()),
                process.events(),
                times.startsKnown(),
                times.processingUs(),
                times.suspendedUs(),
                times.busyUs(),
                times.idleUs());
    }
}
