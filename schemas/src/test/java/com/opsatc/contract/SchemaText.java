package com.opsatc.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Walks over JSON, for tests that look at schemas as data. */
public final class SchemaText {
    private SchemaText() {}

    /** Every node of the tree with its pointer. */
    public static void walk(JsonNode root, BiConsumer<String, JsonNode> visitor) {
        walk("", root, visitor);
    }

    /** The same value as maps with sorted keys, so that two documents can be compared as text. */
    public static Object sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, Object> map = new TreeMap<>();
            node.fields().forEachRemaining(field -> map.put(field.getKey(), sorted(field.getValue())));
            return map;
        }

        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(sorted(element)));
            return list;
        }

        return node;
    }

    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        node.fields().forEachRemaining(field -> walk(pointer + "/" + field.getKey(), field.getValue(), visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(pointer + "/" + i, node.get(i), visitor);
        }
    }
}
