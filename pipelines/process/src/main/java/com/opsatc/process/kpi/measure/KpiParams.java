package com.opsatc.process.kpi.measure;

import com.opsatc.connector.DeclaredTarget;
import com.opsatc.connector.DeclaredTolerance;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Tolerance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters that a connector gives one KPI, read with messages that name connector and key.
 *
 * @param where e.g. {@code usaid/scms-deliveries, kpis.on-time}
 */
public record KpiParams(String where, Map<String, Object> values) {
    public KpiParams {
        values = Map.copyOf(values);
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text that must be there. */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    public Optional<String> optionalText(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }

        if (value instanceof Map || value instanceof Collection) {
            throw wrong(key, "must be a text");
        }

        return Optional.of(value.toString());
    }

    /** A list of texts; a single text is a list of one, a missing key an empty list. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }

        if (value instanceof Collection<?> many) {
            return many.stream().map(Object::toString).toList();
        }

        return List.of(text(key));
    }

    /** Nested parameters; an absent key and a plain text are empty. */
    public Optional<KpiParams> nested(String key) {
        if (!(values.get(key) instanceof Map<?, ?> map)) {
            return Optional.empty();
        }

        Map<String, Object> typed = new TreeMap<>();
        map.forEach((name, value) -> typed.put(name.toString(), value));
        return Optional.of(new KpiParams(where + "." + key, typed));
    }

    /** The same parameters but for one. */
    public KpiParams with(String key, Object value) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new KpiParams(where, changed);
    }

    /** The tolerance of the order lines that these parameters are about. */
    public Tolerance tolerance() {
        try {
            return DeclaredTolerance.of(values);
        } catch (IllegalArgumentException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot measure a KPI: " + where + ": " + e.getMessage(), e);
        }
    }

    /** Within how many days an onboarding should be live; empty where nothing is declared. */
    public Optional<Integer> targetDays() {
        try {
            return DeclaredTarget.days(values);
        } catch (IllegalArgumentException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot measure a KPI: " + where + ": " + e.getMessage(), e);
        }
    }

    /** A configuration error about one key; {@code problem} as in "is missing". */
    public PipelineException wrong(String key, String problem) {
        return new PipelineException(
                ErrorCode.CONFIGURATION, "Cannot measure a KPI: " + where + "." + key + " " + problem);
    }
}
