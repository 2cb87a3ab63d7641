package com.opsatc.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file of keys as it was read, strictly: a key that stands twice or anything after the document is refused.
 *
 * @param name as messages call it, e.g. {@code acme/tickets.yaml}
 * @param lines of everything in it, from 1, by JSON pointer
 */
public record YamlText(String name, ObjectNode tree, Map<String, Integer> lines) {
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The text of a file; empty when it is not readable or no YAML of keys, which is then said in {@code wrong}. */
    public static Optional<YamlText> of(String name, Path file, List<String> wrong) {
        try {
            return of(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8), wrong);
        } catch (IOException e) {
            wrong.add(name + ": not readable");
            return Optional.empty();
        }
    }

    /** As {@link #of(String, Path, List)}, of a text. */
    public static Optional<YamlText> of(String name, String yaml, List<String> wrong) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            if (tree instanceof ObjectNode object) {
                return Optional.of(new YamlText(name, object, lines(yaml)));
            }

            wrong.add(name + ": holds no keys");
        } catch (JsonProcessingException e) {
            wrong.add(name + ": not YAML, or a key stands twice"
                    + (e.getLocation() == null
                            ? ""
                            : ", at line " + e.getLocation().getLineNr()));
        }

        return Optional.empty();
    }

    /** Whether something stands here, not in a file that this one extends. */
    public boolean holds(String pointer) {
        return lines.containsKey(pointer);
    }

    /** The file and the line of a pointer, or of what is nearest around it. */
    public String place(String pointer) {
        String around = pointer;
        while (!around.isEmpty() && !lines.containsKey(around)) {
            around = around.substring(0, around.lastIndexOf('/'));
        }

        return around.isEmpty() ? name : name + ", line " + lines.get(around);
    }

    private static Map<String, Integer> lines(String yaml) {
        Map<String, Integer> lines = new HashMap<>();
        try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.getTokenLocation().getLineNr());
            }

            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("A text that was YAML is none", e);
        }
    }
}
