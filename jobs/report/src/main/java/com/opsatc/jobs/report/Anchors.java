package com.opsatc.jobs.report;

import com.opsatc.contract.Definition;
import com.opsatc.contract.DefinitionRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Places on the page that links point to: a plain id is its own anchor, any other gets a number. */
final class Anchors {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,159}");

    private final Map<String, String> anchors = new HashMap<>();
    private final List<DefinitionRef> defined;

    Anchors(List<Definition> definitions) {
        this.defined = definitions.stream().map(Definition::ref).toList();
    }

    String process(String process) {
        return of("process", process);
    }

    String finding(String id) {
        return of("finding", id);
    }

    /** The definition's place; null when the run published no such definition, so that no link leads nowhere. */
    String definition(DefinitionRef definition) {
        return defined.contains(definition) ? of("definition", definition.id() + "-v" + definition.version()) : null;
    }

    private String of(String kind, String id) {
        return anchors.computeIfAbsent(
                kind + "\n" + id, key -> PLAIN.matcher(id).matches() ? kind + "-" + id : kind + "_" + anchors.size());
    }
}
