package com.opsatc.contract.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of findings, in the order that breaks ties among equally strong ones: what changed before what is. */
public enum FindingKind {
    KPI_SHIFT("KPI shift", "kpi-shift"),
    KPI_EPISODE("KPI episode", "kpi-episode"),
    EDGE_SHIFT("transition shift", "edge-shift"),
    BOTTLENECK("bottleneck", "bottleneck-recoverable-time");

    private final String words;
    private final String definition;

    FindingKind(String words, String definition) {
        this.words = words;
        this.definition = definition;
    }

    /** Whether its subject is a KPI, whose title is ours; the subjects of others are activities, which are tenant text. */
    public boolean isOfKpi() {
        return this == KPI_SHIFT || this == KPI_EPISODE;
    }

    /** The id of the definition that its findings are stated by. */
    public String definition() {
        return definition;
    }

    public String words() {
        return words;
    }

    /** Its words as a heading. */
    public String heading() {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @JsonValue
    public String symbol() {
        return Symbols.hyphened(this);
    }

    @JsonCreator
    public static FindingKind ofSymbol(String symbol) {
        return Symbols.find(FindingKind.class, symbol);
    }
}
