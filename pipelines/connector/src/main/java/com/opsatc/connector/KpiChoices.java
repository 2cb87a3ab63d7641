package com.opsatc.connector;

import com.opsatc.connector.spec.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parameters of KPIs with settings filled in. A KPI that needs a setting that is not given, or for which a list of
 * activities was to be chosen and none was, is not measured; the reason names the settings. A milestone that is optional is then just
 * not there, and so is a number whose setting is not given.
 */
record KpiChoices(SortedMap<String, Map<String, Object>> kpis, SortedMap<String, String> notMeasured) {
    /** Parameter of a KPI: the setting without which it is not measured. */
    private static final String NEEDS = "needs";

    private static final String OPTIONAL = "optional";

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
        params.forEach((name, value) -> {
            if (value instanceof Map<?, ?> milestone) {
                milestone(milestone, settings, missing).ifPresent(given -> filled.put(name, given));
            } else if (!isSettingNotGiven(value, settings)) {
                filled.put(name, value);
            }
        });
        return filled;
    }

    private static boolean isSettingNotGiven(Object value, Settings settings) {
        return value instanceof String template
                && Settings.places(template).stream().anyMatch(setting -> !settings.given(setting));
    }

    /** Empty for one that is optional and for which nothing was chosen. */
    private static Optional<Map<String, Object>> milestone(
            Map<?, ?> declared, Settings settings, SortedSet<String> missing) {
        SortedSet<String> lacking = new TreeSet<>();
        Map<String, Object> filled = named(declared, settings, lacking);
        boolean optional = Boolean.TRUE.equals(filled.remove(OPTIONAL));
        if (optional && !lacking.isEmpty()) {
            return Optional.empty();
        }

        missing.addAll(lacking);
        return Optional.of(filled);
    }

    private static Map<String, Object> named(Map<?, ?> declared, Settings settings, SortedSet<String> missing) {
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
