package com.opsatc.jobs.report.part;

import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.jobs.report.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the page says of ids, and the places that links point to: a plain id is its own anchor, any other gets a number. */
public final class Anchors {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,159}");

    private final Map<String, String> anchors = new HashMap<>();
    private final List<DefinitionRef> defined;
    private final Map<DefinitionRef, String> plain = new HashMap<>();

    public Anchors(List<Definition> definitions) {
        this.defined = definitions.stream().map(Definition::ref).toList();
        definitions.stream()
                .filter(definition -> definition.plain() != null)
                .forEach(definition -> plain.put(definition.ref(), Words.sentence(definition.plain())));
    }

    public String process(String process) {
        return of("process", process);
    }

    public String finding(String id) {
        return of("finding", id);
    }

    public String recommendation(String id) {
        return of("recommendation", id);
    }

    /** The place of the definition with that id, as a link with its name; null when the run published none. */
    public DefinitionLink definition(String id) {
        return defined.stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .map(definition -> new DefinitionLink(definition(definition), name(definition)))
                .orElse(null);
    }

    /** Where a definition is on the page, and what it is called. */
    public record DefinitionLink(String anchor, String name) {}

    /** The definition's place; null when the run published no such definition, so that no link leads nowhere. */
    public String definition(DefinitionRef definition) {
        return defined.contains(definition) ? of("definition", definition.id() + "-v" + definition.version()) : null;
    }

    /** What a figure of the definition says, in plain words; null where nobody wrote any. */
    public String plain(DefinitionRef definition) {
        return plain.get(definition);
    }

    /** {@code cycle-time v1}. */
    public static String name(DefinitionRef definition) {
        return Words.name(definition.id()) + " v" + definition.version();
    }

    private String of(String kind, String id) {
        return anchors.computeIfAbsent(
                kind + "\n" + id, key -> PLAIN.matcher(id).matches() ? kind + "-" + id : kind + "_" + anchors.size());
    }
}
