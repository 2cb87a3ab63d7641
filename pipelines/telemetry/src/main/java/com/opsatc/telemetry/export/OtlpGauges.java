package com.opsatc.telemetry.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.telemetry.TelemetryView;
import java.util.Optional;

/**
 * A view as one OTLP metrics document in JSON, gauges alone, which any OTLP intake takes as the body of an export request.
 *
 * <p>Its points have the end of the release's last day as their time; before the first release there is no time and so no
 * point. Source: OpenTelemetry protocol, JSON encoding.
 */
public final class OtlpGauges {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final String NANOS = "000000000";

    private OtlpGauges() {}

    /** The document; the same view gives the same bytes. */
    public static byte[] of(TelemetryView view) {
        ObjectNode resourceMetrics = JSON.objectNode();
        ArrayNode attributes = resourceMetrics.putObject("resource").putArray("attributes");
        attribute(attributes, "service.name", "platform-telemetry");
        attribute(attributes, "privacy.unit", view.budget().unit());
        attributes
                .addObject()
                .put("key", "privacy.epsilon")
                .putObject("value")
                .put("intValue", Integer.toString(view.budget().epsilonYear()));
        ObjectNode scopeMetrics = resourceMetrics.putArray("scopeMetrics").addObject();
        scopeMetrics.putObject("scope").put("name", "com.opsatc.telemetry").put("version", view.codeVersion());
        ArrayNode metrics = scopeMetrics.putArray("metrics");
        Optional<Long> asOf = Gauges.asOfSeconds(view);
        Gauges.of(view).stream()
                .filter(gauge -> asOf.isPresent() && !gauge.points().isEmpty())
                .forEach(gauge -> metrics.add(metric(gauge, asOf.get() + NANOS)));
        ObjectNode document = JSON.objectNode();
        document.putArray("resourceMetrics").add(resourceMetrics);
        return CanonicalJson.write(document);
    }

    private static ObjectNode metric(Gauge gauge, String timeUnixNano) {
        ObjectNode metric = JSON.objectNode();
        metric.put("name", gauge.name());
        metric.put("description", gauge.description());
        metric.put("unit", gauge.unit());
        ArrayNode points = metric.putObject("gauge").putArray("dataPoints");
        for (Gauge.Point point : gauge.points()) {
            ObjectNode dataPoint = points.addObject();
            ArrayNode attributes = dataPoint.putArray("attributes");
            point.attributes().forEach((key, value) -> attribute(attributes, key, value));
            dataPoint.put("timeUnixNano", timeUnixNano);
            dataPoint.put("asDouble", point.value());
        }
        return metric;
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }
}
