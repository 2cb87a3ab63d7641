package com.opsatc.process.recommend;

import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.finding.MinedLogs;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** A log that is written case by case: each event of a case so many hours after the one before. */
final class PlantedLog {
    static final ZoneId ZONE = ZoneId.of("UTC");
    static final long HOUR = 3_600_000_000L;
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final List<Row> rows = new ArrayList<>();
    private final TreeSet<String> activities = new TreeSet<>();
    private int cases;

    /** @param hours of each event after the one before, the first after the case's own hour */
    PlantedLog add(List<String> names, List<Long> hours) {
        String id = String.format(java.util.Locale.ROOT, "case-%04d", cases);
        long us = FIRST.plusDays(cases % 70).atStartOfDay(ZONE).toEpochSecond() * 1_000_000;
        cases++;
        for (int i = 0; i < names.size(); i++) {
            us += hours.get(i) * HOUR;
            rows.add(Processes.event(id, i, i + 1 == names.size(), names.get(i), us, rows.size() + 1L));
            activities.add(names.get(i));
        }
        return this;
    }

    MinedProcess mined() {
        return MinedLogs.mine(rows, List.copyOf(activities), MinedLogs.weeks(rows, ZONE));
    }

    List<Row> rows() {
        return rows;
    }

    ProcessInput input() {
        ProcessInput input = Processes.input(
                Processes.mapping(Map.of()),
                Processes.log(rows),
                Processes.objects(List.of()),
                ZONE,
                FIRST.plusDays(90));
        input.log().persist();
        return input;
    }
}
