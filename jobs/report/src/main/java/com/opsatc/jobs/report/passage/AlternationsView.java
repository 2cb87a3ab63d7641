package com.opsatc.jobs.report.passage;

import com.opsatc.contract.claim.Alternation;
import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.csv.CsvLink;
import com.opsatc.jobs.report.csv.CsvTables;
import com.opsatc.jobs.report.part.Cited;
import com.opsatc.jobs.report.text.IntervalText;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;

/** Between which activities cases go back and forth, most cases first. */
public record AlternationsView(List<Pair> pairs, CsvLink csv) {
    /** @param again how long the stretches go on after the second activity was complete for the first time */
    public record Pair(
            String first,
            String second,
            String cases,
            String share,
            String interval,
            String stretches,
            String again,
            List<Cited.Place> places) {
        static Pair of(Alternation pair) {
            return new Pair(
                    Words.name(pair.first()),
                    Words.name(pair.second()),
                    PageFigures.count(pair.cases()),
                    PageFigures.ratio(pair.share()),
                    IntervalText.ends(pair.interval(), Unit.RATIO),
                    PageFigures.count(pair.stretches()),
                    PageFigures.duration(pair.againUs()),
                    pair.sample().stream().map(Cited.Place::of).toList());
        }
    }

    public static AlternationsView of(String process, List<Alternation> all, CsvTables csv) {
        List<Alternation> own =
                all.stream().filter(pair -> pair.process().equals(process)).toList();
        return new AlternationsView(own.stream().map(Pair::of).toList(), csv.alternations(process, own));
    }
}
