package com.opsatc.jobs.cli.view;

import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.document.WaitingQueue;
import com.opsatc.jobs.cli.output.Cell;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why work waits: a line a cause, a line a transition with the time of each cause, and a line a queue. */
final class WaitingTables {
    private static final int SHARE_DECIMALS = 6;

    private WaitingTables() {}

    static List<DocumentView.Titled> of(WaitingDocument document) {
        return List.of(
                new DocumentView.Titled("", "causes", causes(document)),
                new DocumentView.Titled("transitions", "transitions", transitions(document)),
                new DocumentView.Titled("queues", "queues", queues(document)));
    }

    /** A line for the whole process, then a line an activity. */
    private static Table queues(WaitingDocument document) {
        return new Table(
                List.of(
                        Column.coded("process", "process"),
                        Column.coded("activity", "before"),
                        Column.count("n", "n"),
                        Column.duration("wait_us", "waiting"),
                        Column.text("mean_length", "mean queue"),
                        Column.text("arrivals_per_day", "come a day"),
                        Column.duration("mean_wait_us", "mean wait"),
                        Column.count("longest", "longest on a Monday"),
                        Column.count("latest", "on the last Monday")),
                document.processes().stream()
                        .flatMap(process -> Stream.concat(
                                        Optional.ofNullable(process.queue()).stream(), process.queues().stream())
                                .map(queue -> row(document.header(), process, queue))));
    }

    private static List<Object> row(DocumentHeader header, ProcessWaiting process, WaitingQueue queue) {
        List<WaitingQueue.Week> weeks = queue.weeks();
        return Table.row(
                PlainNames.process(header, process.process()),
                queue.activity() == null
                        ? Cell.coded("", "(all activities)")
                        : Cell.coded(queue.activity(), queue.activity()),
                queue.n(),
                queue.waitUs(),
                plain(queue.meanLength()),
                plain(queue.arrivalsPerDay()),
                queue.meanWaitUs(),
                weeks.stream().mapToLong(WaitingQueue.Week::length).max().orElse(0),
                weeks.isEmpty() ? 0 : weeks.get(weeks.size() - 1).length());
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static Table causes(WaitingDocument document) {
        return new Table(
                List.of(
                        Column.coded("process", "process"),
                        Column.text("cause", "cause"),
                        Column.text("waits", "waits"),
                        Column.duration("us", "time"),
                        Column.share("share", "share"),
                        Column.duration("least_us", "at least"),
                        Column.duration("most_us", "at most"),
                        Column.share("efficiency_gain", "efficiency gain"),
                        Column.text("not_measured", "not measured")),
                document.processes().stream().flatMap(process -> causes(document.header(), process)));
    }

    private static Stream<List<Object>> causes(DocumentHeader header, ProcessWaiting process) {
        if (process.causes().isEmpty()) {
            String why = process.notMeasured() == null
                    ? "The source names no resource, so that causes cannot be told."
                    : process.notMeasured();
            return Stream.of(Table.row(
                    PlainNames.process(header, process.process()), null, null, null, null, null, null, null, why));
        }

        BigDecimal all = BigDecimal.valueOf(process.coverage().attributedUs());
        return process.causes().stream()
                .map(cause -> Table.row(
                        PlainNames.process(header, process.process()),
                        cause.cause().symbol(),
                        cause.cause().words(),
                        cause.us(),
                        BigDecimal.valueOf(cause.us()).divide(all, SHARE_DECIMALS, RoundingMode.HALF_EVEN),
                        cause.leastUs(),
                        cause.mostUs(),
                        cause.efficiencyGain(),
                        null));
    }

    private static Table transitions(WaitingDocument document) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.coded("process", "process"),
                Column.text("from", "from"),
                Column.text("to", "to"),
                Column.count("n", "n"),
                Column.duration("wait_us", "waiting"),
                Column.duration("attributed_us", "resource known")));
        for (WaitCause cause : WaitCause.values()) {
            columns.add(Column.duration(cause.symbol() + "_us", cause.symbol()));
        }

        return new Table(
                columns,
                document.processes().stream()
                        .flatMap(process -> process.transitions().stream()
                                .map(transition -> row(document.header(), process, transition))));
    }

    private static List<Object> row(DocumentHeader header, ProcessWaiting process, TransitionWaiting transition) {
        List<Object> row = new ArrayList<>(Table.row(
                PlainNames.process(header, process.process()),
                transition.from(),
                transition.to(),
                transition.n(),
                transition.waitUs(),
                transition.attributedUs()));
        for (WaitCause cause : WaitCause.values()) {
            row.add(transition.causes().stream()
                    .filter(time -> time.cause() == cause)
                    .mapToLong(CauseTime::us)
                    .sum());
        }

        return row;
    }
}
