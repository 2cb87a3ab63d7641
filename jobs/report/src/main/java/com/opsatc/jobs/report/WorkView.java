package com.opsatc.jobs.report;

import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.figure.DurationFigures;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.jobs.report.chart.ShareBar;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a process's activity instances tell of work and waiting.
 *
 * @param share null where no time passed between the first start and the last completion of any case
 * @param bar the share of recorded work as a picture
 * @param suspended how long executions rested; null where none did
 * @param unknown how many executions do not tell how long they took; null where all do
 * @param definitions of the figures, those that the run published
 */
record WorkView(
        String share,
        String bar,
        String cases,
        String busy,
        String idle,
        String suspended,
        String unknown,
        List<Row> rows,
        List<Anchors.DefinitionLink> definitions,
        CsvLink csv) {
    private static final int DIGITS = 6;

    record Row(String activity, String executions, String measured, String p50, String p90, String sum) {}

    /** Null for a view of recorded events, which does not tell work from waiting. */
    static WorkView of(ProcessEdges process, Anchors anchors, CsvTables csv) {
        WorkTimes times = process.times();
        if (times == null) {
            return null;
        }

        long all = times.busyUs() + times.idleUs();
        String share = PageFigures.share(times.busyUs(), all);
        long unknown = process.events() - times.startsKnown();
        return new WorkView(
                all == 0 ? null : share,
                ShareBar.svg(ratio(times.busyUs(), all), share),
                PageFigures.count(process.cases()),
                PageFigures.duration(times.busyUs()),
                PageFigures.duration(times.idleUs()),
                times.suspendedUs() == 0 ? null : PageFigures.duration(times.suspendedUs()),
                unknown == 0 ? null : PageFigures.count(unknown) + " of " + PageFigures.count(process.events()),
                process.activities().stream().map(WorkView::row).toList(),
                Stream.of("processing-time", "waiting-time", "idle-time")
                        .map(anchors::definition)
                        .filter(Objects::nonNull)
                        .toList(),
                csv.work(process.process(), process.activities()));
    }

    private static Row row(ActivityStats activity) {
        DurationFigures processing = activity.processing();
        return new Row(
                Words.name(activity.activity()),
                PageFigures.count(activity.executions()),
                PageFigures.count(processing == null ? 0 : processing.n()),
                processing == null ? "not recorded" : PageFigures.duration(processing.p50Us()),
                processing == null ? "–" : PageFigures.duration(processing.p90Us()),
                processing == null ? "–" : PageFigures.duration(processing.sumUs()));
    }

    private static BigDecimal ratio(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
