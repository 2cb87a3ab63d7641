package com.opsatc.jobs.report;

import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.ProcessWaiting;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.contract.document.ProcessWaiting.Coverage;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.jobs.report.chart.CauseBar;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.part.Anchors;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.Comparator;
import java.util.List;

/**
 * Why the work of a process waits: its causes, and where they are.
 *
 * @param notMeasured why nothing is told; null where something is
 * @param unattributed how much time has no cause, since no resource is recorded; null where all has one
 * @param left how many executions tell nothing; null where all do
 * @param bar the causes as one picture; null where none is told
 * @param calendar whose hours off count as unavailability; null where none is declared
 * @param definition of waiting time; null where the run published none
 */
record WaitingView(
        String notMeasured,
        String total,
        String measured,
        String unattributed,
        String left,
        String bar,
        String calendar,
        List<CauseRow> causes,
        CsvLink causesCsv,
        Rows<Place> places,
        Anchors.DefinitionLink definition,
        CsvLink csv) {
    private static final int MOST_PLACES = 10;

    /**
     * One cause.
     *
     * @param gain how much more of the time would be work without it; null where no work is known
     */
    record CauseRow(
            String symbol,
            String name,
            String words,
            String time,
            String share,
            String interval,
            String least,
            String most,
            String gain) {}

    /** @param main the cause with the most of its time; null where none is told */
    record Place(String from, String to, String n, String time, String share, String bar, String main) {}

    static WaitingView of(ProcessWaiting waiting, Anchors anchors, CsvTables csv) {
        if (waiting.coverage() == null) {
            return new WaitingView(
                    Words.sentence(waiting.notMeasured()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    Rows.first(0, List.of()),
                    null,
                    null);
        }

        Coverage coverage = waiting.coverage();
        long without = coverage.waitUs() - coverage.attributedUs();
        long untold = coverage.withoutStart() + coverage.withoutEnabling();
        return new WaitingView(
                null,
                PageFigures.duration(coverage.waitUs()),
                PageFigures.count(coverage.measured()),
                without == 0 ? null : PageFigures.duration(without),
                untold == 0 ? null : left(coverage),
                waiting.causes().isEmpty() ? null : CauseBar.svg(waiting.causes()),
                waiting.calendar() == null ? null : Words.name(waiting.calendar()),
                waiting.causes().stream()
                        .map(cause -> row(cause, coverage.attributedUs()))
                        .toList(),
                csv.causes(waiting.process(), waiting.causes()),
                Rows.first(
                        MOST_PLACES,
                        waiting.transitions().stream()
                                .map(each -> place(each, coverage.waitUs()))
                                .toList()),
                anchors.definition("waiting-time"),
                csv.waiting(waiting.process(), waiting.transitions()));
    }

    private static String left(Coverage coverage) {
        return PageFigures.count(coverage.withoutStart()) + " that record no start, and "
                + PageFigures.count(coverage.withoutEnabling()) + " that nothing enabled, such as the first of a case";
    }

    private static CauseRow row(CauseTime cause, long all) {
        return new CauseRow(
                cause.cause().symbol(),
                name(cause),
                cause.cause().words(),
                PageFigures.duration(cause.us()),
                PageFigures.share(cause.us(), all),
                IntervalText.ends(cause.interval(), Unit.MICROSECONDS),
                PageFigures.duration(cause.leastUs()),
                PageFigures.duration(cause.mostUs()),
                cause.efficiencyGain() == null ? null : PageFigures.ratio(cause.efficiencyGain()));
    }

    private static Place place(TransitionWaiting transition, long all) {
        return new Place(
                Words.name(transition.from()),
                Words.name(transition.to()),
                PageFigures.count(transition.n()),
                PageFigures.duration(transition.waitUs()),
                PageFigures.share(transition.waitUs(), all),
                transition.causes().isEmpty() ? null : CauseBar.svg(transition.causes()),
                transition.causes().stream()
                        .max(Comparator.comparingLong(CauseTime::us)
                                .thenComparing(CauseTime::cause, Comparator.reverseOrder()))
                        .map(cause -> name(cause) + ", " + PageFigures.share(cause.us(), transition.attributedUs()))
                        .orElse(null));
    }

    private static String name(CauseTime cause) {
        String symbol = cause.cause().symbol();
        return Character.toUpperCase(symbol.charAt(0)) + symbol.substring(1);
    }
}
