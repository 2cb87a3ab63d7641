package com.opsatc.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.ageing.ProcessAgeing;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.guard.GuardFigure;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemasTest;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.json.SchemaViolation;
import com.opsatc.contract.json.YamlText;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.rule.RuleFigures;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.unusual.UnusualStep;
import com.opsatc.contract.value.ValueRate;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Records and schemas say the same: the same properties, the same shapes, nothing on one side only. */
final class SchemaMatchesRecordsTest {
    private static final SnakeCaseStrategy SNAKE = new SnakeCaseStrategy();
    /** Values with a text form of their own, and messages about schemas rather than documents. */
    private static final Set<Class<?>> NOT_DOCUMENTS =
            Set.of(SchemaViolation.class, DocumentType.class, YamlText.class);

    private final List<String> differences = new ArrayList<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<Map.Entry<Class<?>, JsonNode>> compared = new HashSet<>();

    @Test
    void everyRecordComponent_hasItsPropertyAndEveryPropertyItsComponent() throws Exception {
        ContractSchemasTest.RECORDS.forEach((file, type) -> {
            JsonNode schema = CanonicalJson.tree(file.bytes());
            compare(type.getSimpleName(), type, schema, schema);
        });

        assertThat(differences).isEmpty();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(contractRecords());
    }

    @Test
    void compare_ofARecordWithTheWrongSchema_reportsBothDirections() {
        JsonNode window = CanonicalJson.tree(SchemaFile.WINDOW.bytes());

        compare("Interval", Interval.class, window, window);

        assertThat(differences)
                .contains("Interval: the schema lacks [high, level, low, method], the record lacks [from, to, zone]");
    }

    private void compare(String place, Type type, JsonNode schema, JsonNode root) {
        if (schema.has("$ref")) {
            String ref = schema.path("$ref").textValue();
            if (ref.startsWith("#")) {
                compare(place, type, root.at(ref.substring(1)), root);
                return;
            }

            JsonNode other = Arrays.stream(SchemaFile.values())
                    .filter(file -> file.id().equals(ref))
                    .map(file -> CanonicalJson.tree(file.bytes()))
                    .findFirst()
                    .orElseThrow();
            compare(place, type, other, other);
            return;
        }

        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            boolean list = generic.getRawType().equals(List.class);
            expect(place, schema, list ? "array" : "object");
            compare(place + "[]", element, schema.path(list ? "items" : "additionalProperties"), root);
            if (generic.getActualTypeArguments()[0] instanceof Class<?> key && !list && key.isEnum()) {
                compareSymbols(
                        place + " names", key, schema.path("propertyNames").path("enum"));
            }
            return;
        }

        Class<?> raw = (Class<?>) type;
        if (raw.isEnum() || raw.equals(String.class) || raw.equals(LocalDate.class) || isTextValue(raw)) {
            if (!schema.has("enum") && !schema.has("const")) {
                expect(place, schema, "string");
            }
            if (raw.isEnum()) {
                compareSymbols(place, raw, schema.path("enum"));
            }
            return;
        }

        if (raw.isRecord()) {
            compareRecord(place, raw, schema, root);
            return;
        }

        expect(
                place,
                schema,
                raw.equals(boolean.class) || raw.equals(Boolean.class)
                        ? "boolean"
                        : raw.equals(BigDecimal.class) ? "number" : "integer");
    }

    private void compareSymbols(String place, Class<?> type, JsonNode listed) {
        Set<String> symbols = new TreeSet<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> symbols.add(CanonicalJson.toTree(constant).textValue()));
        Set<String> inSchema = new TreeSet<>();
        listed.forEach(symbol -> inSchema.add(symbol.textValue()));
        if (!symbols.equals(inSchema)) {
            differences.add(place + ": the schema lists " + inSchema + ", the type has " + symbols);
        }
    }

    private void compareRecord(String place, Class<?> type, JsonNode schema, JsonNode root) {
        seen.add(type);
        // A record that holds its own kind is compared once.
        if (!compared.add(Map.entry(type, schema))) {
            return;
        }

        TreeSet<String> components = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = SNAKE.translate(component.getName());
            components.add(name);
            if (schema.path("properties").has(name)) {
                compare(
                        place + "." + name,
                        component.getGenericType(),
                        schema.path("properties").path(name),
                        root);
            }

            if (component.getType().isPrimitive() && !required(schema).contains(name)) {
                differences.add(place + "." + name + ": a primitive is always present, the schema does not require it");
            }
        }

        TreeSet<String> properties = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        TreeSet<String> lacking = new TreeSet<>(components);
        lacking.removeAll(properties);
        properties.removeAll(components);
        if (!lacking.isEmpty() || !properties.isEmpty()) {
            differences.add(place + ": the schema lacks " + lacking + ", the record lacks " + properties);
        }
    }

    private void expect(String place, JsonNode schema, String type) {
        if (!schema.path("type").asText().equals(type)) {
            differences.add(place + ": expected type " + type + " in the schema, found " + schema.path("type"));
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new HashSet<>();
        schema.path("required").forEach(name -> names.add(name.textValue()));
        return names;
    }

    private static boolean isTextValue(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && annotated(type.getRecordComponents()[0], type);
    }

    private static boolean annotated(AnnotatedElement component, Class<?> type) {
        return component.isAnnotationPresent(JsonValue.class)
                || Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
    }

    private static List<Class<?>> contractRecords() throws Exception {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> neighbour : List.of(
                SchemaFile.class,
                Interval.class,
                FileQuality.class,
                KpiValue.class,
                Lever.class,
                RunManifest.class,
                ProcessAgeing.class,
                AuditEntry.class,
                RuleFigures.class,
                GuardFigure.class,
                UnusualStep.class,
                ValueRate.class,
                TelemetryView.class)) {
            records.addAll(recordsBeside(neighbour));
        }

        return records;
    }

    private static List<Class<?>> recordsBeside(Class<?> neighbour) throws Exception {
        Path folder = Path.of(neighbour
                        .getResource(neighbour.getSimpleName() + ".class")
                        .toURI())
                .getParent();
        List<Class<?>> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                Class<?> type = Class.forName(neighbour.getPackageName() + "."
                        + file.getFileName().toString().replace(".class", ""));
                if (type.isRecord() && !NOT_DOCUMENTS.contains(type)) {
                    records.add(type);
                }
            }
        }
        return records;
    }
}
