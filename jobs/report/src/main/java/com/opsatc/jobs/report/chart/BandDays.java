package com.opsatc.jobs.report.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A daily series as its chart reads it: where a day stands, which days a line may join, and how far the axis has to reach. */
record BandDays(List<BandPoint> points) {
    BandDays {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("Invalid series: a chart needs at least one day");
        }
    }

    /** The place of a day from 0 (first) to 1 (last); the middle where there is one day only. */
    double place(LocalDate day) {
        return span() == 0 ? 0.5 : (double) between(points.get(0).day(), day) / span();
    }

    /** Days from the first to the last. */
    long span() {
        return between(points.get(0).day(), points.get(points.size() - 1).day());
    }

    /**
     * Runs of measured days that follow each other and are alike certain. A run that goes on from a day of the other
     * certainty begins on that day, so that the line has no hole where nothing is missing.
     */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<BandPoint> run = new ArrayList<>();
        boolean uncertain = false;
        for (BandPoint point : points) {
            BandPoint last = run.isEmpty() ? null : run.get(run.size() - 1);
            boolean follows = last != null && point.measured() && between(last.day(), point.day()) == 1;
            if (last != null && (!follows || point.uncertain() != uncertain)) {
                runs.add(new Run(run, uncertain));
                run = new ArrayList<>(follows ? List.of(last) : List.of());
            }
            if (point.measured()) {
                run.add(point);
                uncertain = point.uncertain();
            }
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run, uncertain));
        }

        return runs;
    }

    /** Days that follow each other and have no figure. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        LocalDate from = null;
        LocalDate to = null;
        for (BandPoint point : points) {
            if (from != null && (point.measured() || between(to, point.day()) != 1)) {
                gaps.add(new Gap(from, to));
                from = null;
            }
            if (!point.measured()) {
                from = from == null ? point.day() : from;
                to = point.day();
            }
        }
        if (from != null) {
            gaps.add(new Gap(from, to));
        }

        return gaps;
    }

    /** The lower end of the axis: intervals of certain days count whole, of uncertain ones only the figure, if there are others. */
    double least() {
        return ends(BandPoint::low).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .min()
                .orElse(0);
    }

    double most() {
        return ends(BandPoint::high).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }

    private List<BigDecimal> ends(Function<BandPoint, BigDecimal> end) {
        List<BandPoint> measured = points.stream().filter(BandPoint::measured).toList();
        boolean anyCertain = measured.stream().anyMatch(point -> !point.uncertain());

        return measured.stream()
                .map(point -> anyCertain && point.uncertain() ? point.value() : end.apply(point))
                .toList();
    }

    private static long between(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    record Gap(LocalDate from, LocalDate to) {}

    record Run(List<BandPoint> points, boolean uncertain) {
        Run {
            points = List.copyOf(points);
        }
    }
}
