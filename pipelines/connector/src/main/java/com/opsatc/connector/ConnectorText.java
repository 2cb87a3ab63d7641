package com.opsatc.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.json.SchemaViolation;
import com.opsatc.contract.json.YamlText;
import com.opsatc.contract.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a connector's YAML to its record: profiles are laid over what they extend, then the schema is asked. */
final class ConnectorText {
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new JavaTimeModule())
            .build();

    private ConnectorText() {}

    /** The tree over the one it extends: maps are merged, everything else is replaced. */
    static Optional<ObjectNode> extended(YamlText file, Map<String, YamlText> others, List<String> wrong) {
        JsonNode base = file.tree().path("extends");
        if (base.isMissingNode()) {
            return Optional.of(file.tree());
        }

        YamlText other = others.get(base.asText());
        if (other == null || other.tree().has("extends")) {
            List<String> near = Nearest.of(base.asText(), others.keySet());
            wrong.add(file.place("/extends") + ": extends a connector that is missing, or that extends another itself"
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
            return Optional.empty();
        }

        ObjectNode merged = other.tree().deepCopy();
        if (!file.tree().has("process-title")) {
            merged.remove("process-title"); // It is of the other's process.
        }
        lay(merged, file.tree());
        merged.remove("extends");
        return Optional.of(merged);
    }

    static Optional<Connector> bind(ObjectNode tree, List<ConnectorProblem> problems) {
        List<SchemaViolation> violations = ContractSchemas.violations(SchemaFile.CONNECTOR, tree);
        violations.forEach(violation -> problems.add(new ConnectorProblem(violation.pointer(), violation.toString())));
        if (!violations.isEmpty()) {
            return Optional.empty();
        }

        ObjectNode named = tree.deepCopy();
        named(named.path("streams"));
        named.path("streams").forEach(stream -> named(stream.path("columns")));
        if (named.path("kpis") instanceof ObjectNode kpis && kpis.has("not-measured")) {
            named.set("not-measured", kpis.remove("not-measured"));
        }

        try {
            return Optional.of(YAML.treeToValue(named, Connector.class));
        } catch (ValueInstantiationException e) {
            problems.add(new ConnectorProblem("", e.getCause().getMessage()));
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A connector that its schema accepts does not fit its record", e);
        }
    }

    static Optional<TenantConfiguration> bindTenant(String name, ObjectNode tree, List<String> wrong) {
        List<SchemaViolation> violations = ContractSchemas.violations(SchemaFile.TENANT, tree);
        violations.forEach(violation -> wrong.add(name + violation));
        if (!violations.isEmpty()) {
            return Optional.empty();
        }

        try {
            return Optional.of(YAML.treeToValue(tree, TenantConfiguration.class));
        } catch (ValueInstantiationException e) {
            wrong.add(name + ": " + e.getCause().getMessage());
            return Optional.empty();
        } catch (InvalidFormatException e) {
            wrong.add(name + ": a date is none of the calendar; write it as 2026-12-24");
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A configuration that its schema accepts does not fit its record", e);
        }
    }

    private static void lay(ObjectNode under, ObjectNode over) {
        over.fields().forEachRemaining(field -> {
            if (under.get(field.getKey()) instanceof ObjectNode below && field.getValue() instanceof ObjectNode above) {
                lay(below, above);
            } else {
                under.set(field.getKey(), field.getValue());
            }
        });
    }

    private static void named(JsonNode map) {
        map.fields().forEachRemaining(field -> ((ObjectNode) field.getValue()).put("name", field.getKey()));
    }
}
