package com.opsatc.jobs.report.chart;

import static com.opsatc.jobs.report.chart.Svg.at;

import com.opsatc.contract.claim.WaitCause;
import com.opsatc.contract.document.ProcessWaiting.CauseTime;
import com.opsatc.jobs.report.text.PageFigures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Waiting time by cause as one bar, its parts in the order of the causes, in colours that colour-blind readers tell apart too. */
public final class CauseBar {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 12;
    /** After Okabe and Ito, "Color Universal Design" (2008). */
    private static final Map<WaitCause, String> FILLS = new EnumMap<>(Map.of(
            WaitCause.BATCHING, "#0072b2",
            WaitCause.CONTENTION, "#d55e00",
            WaitCause.PRIORITISATION, "#cc79a7",
            WaitCause.UNAVAILABILITY, "#e69f00",
            WaitCause.EXTRANEOUS, "#8c8c8c"));

    private CauseBar() {}

    /** @param causes in any order; those without time are left out, and without any the bar is empty */
    public static String svg(List<CauseTime> causes) {
        long all = causes.stream().mapToLong(CauseTime::us).sum();
        List<CauseTime> parts = causes.stream()
                .filter(cause -> cause.us() > 0)
                .sorted((a, b) -> a.cause().compareTo(b.cause()))
                .toList();
        String title = parts.stream()
                .map(cause -> cause.cause().symbol() + " " + PageFigures.share(cause.us(), all))
                .collect(Collectors.joining(", "));
        Svg svg = Svg.drawing("bar causes", WIDTH, HEIGHT, title.isEmpty() ? "no waiting" : title);
        svg.mark("rect", "class", "bar-whole", "width", at(WIDTH), "height", at(HEIGHT), "rx", "2", "fill", "#e3e6ea");
        long before = 0;
        for (CauseTime cause : parts) {
            double from = WIDTH * before / all;
            before += cause.us();
            svg.mark(
                    "rect",
                    "class",
                    "cause-" + cause.cause().symbol(),
                    "x",
                    at(from),
                    "width",
                    at(WIDTH * before / all - from),
                    "height",
                    at(HEIGHT),
                    "fill",
                    FILLS.get(cause.cause()));
        }

        return svg.end();
    }
}
