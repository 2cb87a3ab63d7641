package com.opsatc.connector;

import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.connector.spec.ColumnSpec;
import com.opsatc.connector.spec.StreamSpec;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an order line may tell and need not: further promises, its value, its measures. Where no header was chosen for the column that an
 * attribute is read from, the attribute is not there, and a KPI that needs it says that nothing maps it.
 */
record LineAttributes(List<ObjectMapping> objects, Map<String, StreamSpec> streams) {
    private static final List<String> OPTIONAL = List.of("value", "currency", "unit");
    private static final String PROMISES = "promises";

    /** Parameters of KPIs, settings filled in, without the attributes that no column gives. */
    SortedMap<String, Map<String, Object>> present(SortedMap<String, Map<String, Object>> kpis) {
        SortedMap<String, Map<String, Object>> present = new TreeMap<>();
        kpis.forEach((entry, params) -> present.put(entry, present(params)));
        return present;
    }

    private Map<String, Object> present(Map<String, Object> params) {
        Object type = params.get("object");
        Map<String, Object> present = new TreeMap<>(params);
        OPTIONAL.forEach(key -> present.computeIfPresent(key, (same, name) -> isAbsent(type, name) ? null : name));
        if (params.get(PROMISES) instanceof Map<?, ?> promises) {
            Map<Object, Object> kept = new TreeMap<>(promises);
            kept.values().removeIf(name -> isAbsent(type, name));
            present.put(PROMISES, kept);
        }
        return present;
    }

    private boolean isAbsent(Object type, Object attribute) {
        return objects.stream()
                .filter(object -> object.type().equals(type))
                .anyMatch(object -> isAbsent(object, String.valueOf(attribute)));
    }

    private boolean isAbsent(ObjectMapping object, String attribute) {
        String expression = object.attributes().get(attribute);
        StreamSpec stream = streams.get(object.stream());
        ColumnSpec column =
                expression == null || stream == null ? null : stream.columns().get(expression);
        return column != null && column.from().isEmpty();
    }
}
