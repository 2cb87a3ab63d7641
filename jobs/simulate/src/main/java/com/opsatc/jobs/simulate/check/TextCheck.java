package com.opsatc.jobs.simulate.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.simulate.PlantedTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Injected text and names of persons in everything that was published: text of a tenant may stand only where a reader
 * expects text of a tenant, and a person nowhere.
 */
final class TextCheck {
    /** Where documents show names of the tenant's system as names: a path without the places in lists. */
    private static final Pattern LABELLED = Pattern.compile("context\\.json/labels/text|quality\\.json/files/name"
            + "|(kpis\\.json/kpis|findings\\.json/findings(/members)?)/evidence/sample/key"
            + "|findings\\.json/findings(/members)?/(subjects|why/segments/value)"
            + "|edges\\.json/processes/(edges/(from|to)|activities/activity)"
            + "|variants\\.json/processes/variants/.*|bottlenecks\\.json/bottlenecks/(from|to)");

    private final CheckedDocuments documents;

    TextCheck(CheckedDocuments documents) {
        this.documents = documents;
    }

    List<CheckLine> lines(PlantedTruth truth) {
        return List.of(injection(truth.injectedTexts()), persons(truth.personCanaries()));
    }

    private CheckLine injection(List<String> texts) {
        List<String> labelled = new ArrayList<>();
        List<String> loose = new ArrayList<>();
        documents.all().forEach((name, bytes) -> {
            if (name.endsWith(".json")) {
                for (String place : places(name, CanonicalJson.tree(bytes), texts)) {
                    (LABELLED.matcher(place).matches() ? labelled : loose).add(place);
                }
            } else if (new String(bytes, UTF_8).contains("<script>alert(1)")) {
                // In rows of data it is a value of its column; anywhere else it must not stand as it is written.
                (name.endsWith(".arrow") ? labelled : loose).add(name);
            }
        });

        return new CheckLine(
                "instructions in text",
                "labels only",
                loose.isEmpty() ? "labels only, in " + labelled.size() + " places" : "loose in " + new TreeSet<>(loose),
                loose.isEmpty());
    }

    private CheckLine persons(List<String> canaries) {
        List<String> found = documents.all().entrySet().stream()
                .filter(document ->
                        canaries.stream().anyMatch(canary -> new String(document.getValue(), UTF_8).contains(canary)))
                .map(Map.Entry::getKey)
                .toList();
        return new CheckLine("persons", "nowhere", found.isEmpty() ? "nowhere" : "in " + found, found.isEmpty());
    }

    private static List<String> places(String path, JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            return texts.stream().anyMatch(text -> node.textValue().contains(text)) ? List.of(path) : List.of();
        }

        List<String> places = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> places.addAll(places(path, element, texts)));
        }

        node.fields().forEachRemaining(field -> {
            // A name of a property is written by the product: text of a tenant there is loose wherever it is.
            if (texts.stream().anyMatch(field.getKey()::contains)) {
                places.add(path + "/(name)");
            }
            places.addAll(places(path + "/" + field.getKey(), field.getValue(), texts));
        });
        return places;
    }
}
