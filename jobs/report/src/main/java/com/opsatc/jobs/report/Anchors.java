package com.opsatc.jobs.report;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Places on the page that links point to: a plain id is its own anchor, any other gets a number. */
final class Anchors {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,159}");

    private final Map<String, String> anchors = new HashMap<>();

    /** The anchor of an id of one kind; the same each time it is asked for. */
    String of(String kind, String id) {
        return anchors.computeIfAbsent(
                kind + "\n" + id, key -> PLAIN.matcher(id).matches() ? kind + "-" + id : kind + "_" + anchors.size());
    }
}
