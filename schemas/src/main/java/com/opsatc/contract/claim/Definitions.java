package com.opsatc.contract.claim;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.json.SchemaViolation;
import com.opsatc.contract.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The definitions that figures are computed and shown by: one YAML file each in {@code conf/definitions}, named after
 * the definition's id and valid against the schema {@link SchemaFile#DEFINITION}.
 */
public final class Definitions {
    private static final String SUFFIX = ".yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SortedMap<String, Definition> byId;

    private Definitions(SortedMap<String, Definition> byId) {
        this.byId = byId;
    }

    /**
     * Reads every definition of a folder.
     *
     * @throws PipelineException (configuration) that lists all that is wrong in all files at once; also when the folder
     *     cannot be read or holds no definition
     */
    public static Definitions load(Path folder) {
        requireNonNull(folder, "folder");
        SortedMap<String, Definition> byId = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : files(folder)) {
            read(file, wrong).ifPresent(definition -> byId.put(definition.id(), definition));
        }

        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the definitions: " + String.join("; ", wrong));
        }
        if (byId.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the definitions: folder " + folder + " holds no " + SUFFIX + " file");
        }
        return new Definitions(byId);
    }

    /** All definitions, by id. */
    public Collection<Definition> all() {
        return byId.values();
    }

    public Optional<Definition> find(String id) {
        return Optional.ofNullable(byId.get(requireNonNull(id, "id")));
    }

    /** The definition of an id; an unknown one is a configuration error that names the nearest known id. */
    public Definition require(String id) {
        return find(id).orElseThrow(() -> new PipelineException(
                ErrorCode.CONFIGURATION,
                "No definition " + id + " in conf/definitions" + meant(id) + "; the definitions are " + byId.keySet()));
    }

    private String meant(String id) {
        List<String> near = Nearest.of(id, byId.keySet());
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read the definitions: folder " + folder + " is missing or not readable",
                    e);
        }
    }

    private static Optional<Definition> read(Path file, List<String> wrong) {
        String name = file.getFileName().toString();
        JsonNode tree;
        try {
            tree = YAML.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            wrong.add(name + ": not YAML, or a key stands twice"
                    + (e.getLocation() == null
                            ? ""
                            : ", at line " + e.getLocation().getLineNr()));
            return Optional.empty();
        } catch (IOException e) {
            wrong.add(name + ": not readable");
            return Optional.empty();
        }

        List<SchemaViolation> violations = ContractSchemas.violations(SchemaFile.DEFINITION, tree);
        violations.forEach(violation -> wrong.add(name + violation));
        if (!violations.isEmpty()) {
            return Optional.empty();
        }

        Definition definition = CanonicalJson.read(CanonicalJson.write(tree), Definition.class);
        if (!name.equals(definition.id() + SUFFIX)) {
            wrong.add(name + ": holds definition " + definition.id() + "; name the file " + definition.id() + SUFFIX);
        }
        return Optional.of(definition);
    }
}
