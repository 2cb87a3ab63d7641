package com.opsatc.telemetry.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.opsatc.contract.telemetry.TelemetryView;
import java.util.stream.Collectors;

/**
 * A view in Prometheus's text format, version 0.0.4: gauges alone, without timestamps, for a file that a node exporter or a push
 * serves.
 */
public final class PrometheusText {
    private PrometheusText() {}

    /** The whole file; the same view gives the same bytes. Gauges without a point are left out. */
    public static byte[] of(TelemetryView view) {
        StringBuilder text = new StringBuilder(1 << 14);
        for (Gauge gauge : Gauges.of(view)) {
            if (!gauge.points().isEmpty()) {
                append(gauge, text);
            }
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void append(Gauge gauge, StringBuilder text) {
        String name = gauge.prometheusName();
        text.append("# HELP ").append(name).append(' ').append(help(gauge)).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        for (Gauge.Point point : gauge.points()) {
            text.append(name);
            if (!point.attributes().isEmpty()) {
                text.append(point.attributes().entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(",", "{", "}")));
            }
            text.append(' ').append(point.value().toPlainString()).append('\n');
        }
    }

    private static String help(Gauge gauge) {
        return gauge.description().replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
