package com.opsatc.contract.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder of configuration: one YAML file for each thing, named after its id and valid against the schema of its concept. */
public final class YamlFolder {
    private static final String SUFFIX = ".yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private YamlFolder() {}

    /**
     * Reads every file of a folder, by id.
     *
     * @param what the things are called in messages, e.g. {@code definitions}
     * @param problems what is wrong with a thing beyond its shape, each as a clause
     * @throws PipelineException (configuration) that lists all that is wrong in all files at once; also when the folder cannot
     *     be read or holds no file
     */
    public static <T> SortedMap<String, T> load(
            Path folder,
            String what,
            SchemaFile schema,
            Class<T> type,
            Function<T, String> id,
            Function<T, List<String>> problems) {
        requireNonNull(folder, "folder");
        SortedMap<String, T> byId = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : files(folder, what)) {
            read(file, schema, type, wrong).ifPresent(thing -> {
                String name = file.getFileName().toString();
                String own = id.apply(thing);
                if (!name.equals(own + SUFFIX)) {
                    wrong.add(name + ": holds " + schema.concept() + " " + own + "; name the file " + own + SUFFIX);
                }
                problems.apply(thing).forEach(problem -> wrong.add(name + ": " + problem));
                byId.put(own, thing);
            });
        }

        if (!wrong.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot use the " + what + ": " + String.join("; ", wrong));
        }
        if (byId.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the " + what + ": folder " + folder + " holds no " + SUFFIX + " file");
        }
        return byId;
    }

    private static List<Path> files(Path folder, String what) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot read the " + what + ": folder " + folder + " is missing or not readable",
                    e);
        }
    }

    private static <T> Optional<T> read(Path file, SchemaFile schema, Class<T> type, List<String> wrong) {
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

        List<SchemaViolation> violations = ContractSchemas.violations(schema, tree);
        violations.forEach(violation -> wrong.add(name + violation));
        if (!violations.isEmpty()) {
            return Optional.empty();
        }

        return Optional.of(CanonicalJson.read(CanonicalJson.write(tree), type));
    }
}
