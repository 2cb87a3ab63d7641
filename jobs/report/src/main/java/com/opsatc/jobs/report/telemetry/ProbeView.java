package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.chart.BucketBars;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The probe's exact figures: of each source its latest day with latency bars, and the days before it in a table. */
record ProbeView(String identity, List<Source> sources) {
    private static final int MOST_EARLIER = 200;

    record Source(
            String name, String day, List<Service> services, List<Bars> bars, List<Service> earlier, String cut) {}

    record Service(
            String day,
            String name,
            String operations,
            String errors,
            String errorShare,
            String mean,
            String p50,
            String p90,
            String p95,
            String p99,
            String max) {}

    record Bars(String title, String svg) {}

    static ProbeView of(TelemetryView view) {
        Map<String, List<ProbeFigures>> bySource = new TreeMap<>();
        view.probe()
                .forEach(figures -> bySource.computeIfAbsent(figures.source(), source -> new ArrayList<>())
                        .add(figures));

        return new ProbeView(
                Words.name(view.probeIdentity()),
                bySource.values().stream()
                        .map(figures -> source(figures, view.latencyBoundsUs()))
                        .toList());
    }

    private static Source source(List<ProbeFigures> all, List<Long> boundsUs) {
        LocalDate last =
                all.stream().map(ProbeFigures::day).max(LocalDate::compareTo).orElseThrow();
        List<ProbeFigures> latest =
                all.stream().filter(figures -> figures.day().equals(last)).toList();
        List<ProbeFigures> before =
                all.stream().filter(figures -> !figures.day().equals(last)).toList();
        int hidden = Math.max(0, before.size() - MOST_EARLIER);

        return new Source(
                Words.name(all.get(0).source()),
                PageFigures.date(last),
                services(latest),
                latest.stream()
                        .filter(figures -> figures.bucketCounts().size() == boundsUs.size() + 1)
                        .map(figures -> bars(figures, boundsUs))
                        .toList(),
                services(before.subList(hidden, before.size())),
                hidden == 0 ? null : PageFigures.count(hidden) + " older rows in the files of probe/ beside this one.");
    }

    private static Bars bars(ProbeFigures figures, List<Long> boundsUs) {
        String title = service(figures.service()) + ": operations by latency, " + PageFigures.date(figures.day());
        return new Bars(title, BucketBars.svg(figures.bucketCounts(), BoundNames.buckets(boundsUs), title));
    }

    private static List<Service> services(Collection<ProbeFigures> figures) {
        return figures.stream().map(ProbeView::service).toList();
    }

    private static Service service(ProbeFigures figures) {
        return new Service(
                figures.day().toString(),
                service(figures.service()),
                PageFigures.count(figures.operations()),
                figures.errors() == null ? "–" : PageFigures.count(figures.errors()),
                figures.errors() == null ? "–" : PageFigures.share(figures.errors(), figures.operations()),
                figures.meanUs() == null
                        ? "–"
                        : PageFigures.duration(figures.meanUs()
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue()),
                duration(figures.p50Us()),
                duration(figures.p90Us()),
                duration(figures.p95Us()),
                duration(figures.p99Us()),
                duration(figures.maxUs()));
    }

    private static String service(String name) {
        return switch (name) {
            case "_ALL" -> "All services";
            case "_OTHER" -> "Other services";
            default -> Words.name(name);
        };
    }

    private static String duration(Long us) {
        return us == null ? "–" : PageFigures.duration(us);
    }
}
