package com.opsatc.connector;

import com.opsatc.connector.spec.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parameters of KPIs with settings filled in. A KPI that needs a setting that is not given, or for which a list of
 * activities was to be chosen and none was, is not measured; the reason names the settings.
 */
record KpiChoices(SortedMap<String, Map<String, Object>> kpis, SortedMap<String, String> notMeasured) {
    /** Parameter of a KPI: the setting without which it is not measured. */
    private static final String NEEDS = "needs";

    static KpiChoices of(
            Map<String, Map<String, Object>> declared, Map<String, String> notMeasured, Settings settings) {
        SortedMap<String, Map<String, Object>> kpis = new TreeMap<>();
        SortedMap<String, String> reasons = new TreeMap<>(notMeasured);
        declared.forEach((name, params) -> {
            SortedSet<String> missing = new TreeSet<>();
            Map<String, Object> filled = settings.parameters(filled(params, settings, missing));
            Object needed = params.get(NEEDS);
            if (needed != null && !settings.given(needed.toString())) {
                reasons.put(name, "The setting " + needed + " is not given.");
            } else if (missing.isEmpty()) {
                kpis.put(name, filled);
            } else {
                reasons.put(name, "It is measured when its activities are given, with the settings " + missing + ".");
            }
        });
        return new KpiChoices(kpis, reasons);
    }

    private static Map<String, Object> filled(
            Map<String, Object> params, Settings settings, SortedSet<String> missing) {
        Map<String, Object> filled = new LinkedHashMap<>();
        params.forEach((name, value) -> filled.put(
                name, value instanceof Map<?, ?> milestone ? milestone(milestone, settings, missing) : value));
        return filled;
    }

    private static Map<String, Object> milestone(Map<?, ?> declared, Settings settings, SortedSet<String> missing) {
        Map<String, Object> filled = new LinkedHashMap<>();
        declared.forEach((name, value) -> filled.put(
                String.valueOf(name), value instanceof List<?> names ? names(names, settings, missing) : value));
        return filled;
    }

    private static List<?> names(List<?> declared, Settings settings, SortedSet<String> missing) {
        List<String> templates = declared.stream().map(String::valueOf).toList();
        List<String> chosen = templates.stream()
                .flatMap(template -> Settings.places(template).stream())
                .toList();
        if (chosen.isEmpty()) {
            return declared;
        }

        List<String> names = settings.names(templates);
        missing.addAll(names.isEmpty() ? chosen : List.of());
        return names;
    }
}
