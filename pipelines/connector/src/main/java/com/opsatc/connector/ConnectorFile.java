package com.opsatc.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connector's file as it was read.
 *
 * @param name as messages call it, e.g. {@code acme/tickets.yaml}
 * @param lines of everything in it, from 1, by JSON pointer
 */
record ConnectorFile(String name, ObjectNode tree, Map<String, Integer> lines) {
    /** The text of a file; empty when it is no YAML of keys, which is then said in {@code wrong}. */
    static Optional<ConnectorFile> of(String name, String yaml, List<String> wrong) {
        return ConnectorText.tree(name, yaml, wrong).map(tree -> new ConnectorFile(name, tree, lines(yaml)));
    }

    /** Whether something stands here, not in a file that this one extends. */
    boolean holds(String pointer) {
        return lines.containsKey(pointer);
    }

    /** The file and the line of a pointer, or of what is nearest around it. */
    String place(String pointer) {
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
