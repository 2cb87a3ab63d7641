package com.opsatc.jobs.report.testing;

import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.ReportInput;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Rewrites every text in a tree of records, so that a test reaches each string field of each document, those added later
 * included. Digests, tenant names and dates keep their types' own alphabets; so does the state of a KPI that was not
 * measured, which decides what else it may hold.
 */
public final class Texts {
    private Texts() {}

    public static ReportInput rewrite(ReportInput input, UnaryOperator<String> text) {
        return (ReportInput) any(input, text);
    }

    public static TelemetryView rewrite(TelemetryView view, UnaryOperator<String> text) {
        return (TelemetryView) any(view, text);
    }

    private static Object any(Object value, UnaryOperator<String> text) {
        if (value instanceof String string) {
            return text.apply(string);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> any(element, text)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> rewritten = map instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
            map.forEach((key, element) -> rewritten.put(any(key, text), any(element, text)));
            return rewritten;
        }
        boolean plain = !(value instanceof Record)
                || List.of("Sha256", "TenantId").contains(value.getClass().getSimpleName());

        return plain ? value : fields((Record) value, text);
    }

    private static Object fields(Record value, UnaryOperator<String> text) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] fields = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                Object field = components[i].getAccessor().invoke(value);
                fields[i] = KpiState.NOT_MEASURED.equals(field) ? field : any(field, text);
            }
            Constructor<?> constructor = value.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));

            return constructor.newInstance(fields);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Cannot rewrite " + value.getClass().getSimpleName(), e);
        }
    }
}
