package com.opsatc.telemetry.export;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A gauge: values that are read as they are. Never a counter or histogram, because a rate of noise means nothing.
 *
 * @param name in OpenTelemetry's form, words parted by points
 * @param unit in UCUM, {@code 1} for ratios and counts
 */
record Gauge(String name, String unit, String description, List<Point> points) {
    Gauge {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(description, "description");
        points = List.copyOf(points);
    }

    /** One value, told from others by its attributes. */
    record Point(SortedMap<String, String> attributes, BigDecimal value) {
        Point {
            attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
            requireNonNull(value, "value");
        }
    }

    /** The name in Prometheus's form. */
    String prometheusName() {
        return name.replace('.', '_').toLowerCase(Locale.ROOT);
    }
}
