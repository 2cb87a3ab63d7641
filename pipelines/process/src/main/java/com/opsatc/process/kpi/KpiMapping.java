package com.opsatc.process.kpi;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.Connector;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a connector says about KPIs: which its extracts support and how, and which they do not and why.
 *
 * <pre>
 * on-time: {object: order-line, order: order, due: due, done: delivered, granularity: date}
 * not-measured: {otif: "the extract has no delivered quantity"}
 * </pre>
 */
public final class KpiMapping {
    private final String connector;
    private final Map<String, Map<String, Object>> params;
    private final Map<String, String> notMeasured;

    private KpiMapping(String connector, Map<String, Map<String, Object>> params, Map<String, String> notMeasured) {
        this.connector = requireNonNull(connector, "connector");
        this.params = new TreeMap<>(params);
        this.notMeasured = new TreeMap<>(notMeasured);
    }

    public static KpiMapping of(Connector connector) {
        return new KpiMapping(connector.id(), connector.kpis(), connector.notMeasured());
    }

    static KpiMapping of(String connector, Map<String, Map<String, Object>> params, Map<String, String> notMeasured) {
        return new KpiMapping(connector, params, notMeasured);
    }

    /** The parameters of an entry; empty when the connector has no such entry. */
    Optional<KpiParams> params(String entry) {
        return Optional.ofNullable(params.get(entry))
                .map(values -> new KpiParams(connector + ", kpis." + entry, values));
    }

    /** Why a KPI that no entry maps is not measured: as the connector says, else that nothing maps it. */
    String reason(String entry) {
        return notMeasured.getOrDefault(entry, "Connector " + connector + " does not map " + entry + ".");
    }
}
