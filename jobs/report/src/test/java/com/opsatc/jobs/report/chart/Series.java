package com.opsatc.jobs.report.chart;

import com.opsatc.contract.figure.SeriesPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Weekly series for tests: one text a week, {@code -} for a week without members, {@code 12~} for a partial one, {@code 12^}
 * for one at an edge of the extract.
 */
final class Series {
    static final LocalDate FIRST = LocalDate.parse("2026-01-05");

    private Series() {}

    static List<SeriesPoint> of(String weeks) {
        List<SeriesPoint> series = new ArrayList<>();
        for (String week : weeks.split(" ", -1)) {
            boolean partial = week.endsWith("~");
            boolean edge = week.endsWith("^");
            String value = week.replaceAll("[~^]", "");
            boolean empty = value.equals("-");
            series.add(new SeriesPoint(
                    FIRST.plusWeeks(series.size()),
                    empty ? 0 : 10,
                    empty ? null : new BigDecimal(value),
                    partial,
                    edge));
        }

        return series;
    }
}
