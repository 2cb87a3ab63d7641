package com.opsatc.jobs.report.passage;

import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.part.Rows;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;

/** Steps some of whose passages took a time far from that of the others, in the order of the document. */
public record UnusualView(Rows<Step> steps, CsvLink csv) {
    private static final int MOST_STEPS = 10;

    /**
     * A step.
     *
     * @param slow how many are unusually slow, {@code slowFrom} the time from which; both null where none is
     * @param fast how many are unusually fast, {@code fastBelow} the time below which; both null where none is
     */
    public record Step(
            String from,
            String to,
            String n,
            String median,
            String slow,
            String slowFrom,
            String fast,
            String fastBelow,
            List<Passage> slowest) {
        static Step of(UnusualStep step) {
            return new Step(
                    Words.name(step.from()),
                    Words.name(step.to()),
                    PageFigures.count(step.n()),
                    PageFigures.duration(step.medianUs()),
                    step.slow() == 0 ? null : PageFigures.count(step.slow()),
                    step.slow() == 0 ? null : PageFigures.duration(step.slowFromUs()),
                    step.fast() == 0 ? null : PageFigures.count(step.fast()),
                    step.fast() == 0 ? null : PageFigures.duration(step.fastBelowUs()),
                    step.slowest().stream().map(Passage::of).toList());
        }
    }

    /** One passage, with the record that it ends with. */
    public record Passage(String time, Cited.Place reached) {
        static Passage of(UnusualStep.Passage passage) {
            return new Passage(PageFigures.duration(passage.us()), Cited.Place.of(passage.reached()));
        }
    }

    public static UnusualView of(String process, List<UnusualStep> all, CsvTables csv) {
        List<UnusualStep> own =
                all.stream().filter(step -> step.process().equals(process)).toList();
        return new UnusualView(
                Rows.first(MOST_STEPS, own.stream().map(Step::of).toList()),
                csv.unusual(process, own.stream().limit(MOST_STEPS).toList()));
    }
}
