package com.opsatc.process.kpi;

import com.opsatc.connector.Connector;
import com.opsatc.connector.mapping.EventMapping;
import com.opsatc.connector.mapping.Join;
import com.opsatc.connector.mapping.ObjectMapping;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.process.kpi.measure.Kpi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which streams of a connector a figure rests on: those of the mappings that make its objects, or its events, and the streams
 * joined to them. A figure of events rests on their order as well, one of objects on dates alone.
 */
public final class FigureStreams {
    private final Connector connector;
    private final Map<String, Kpi> families = new TreeMap<>();

    /** @param definitions those that the figures are computed by */
    public FigureStreams(Connector connector, Definitions definitions) {
        this.connector = connector;
        Kpis.variants(definitions)
                .forEach(variant -> families.put(variant.definition().id(), variant.family()));
    }

    /** Of edges, variants and bottlenecks. */
    public Set<String> ofEvents() {
        Set<String> streams = new TreeSet<>();
        for (EventMapping mapping : connector.events()) {
            add(streams, mapping.stream(), mapping.joins());
        }
        return streams;
    }

    /** Of a KPI, by its definition; those of the events where the connector maps no objects to it. */
    public Set<String> of(String definition) {
        List<String> types = types(definition);
        if (types.isEmpty()) {
            return ofEvents();
        }

        Set<String> streams = new TreeSet<>();
        for (ObjectMapping mapping : connector.objects()) {
            if (types.contains(mapping.type())) {
                add(streams, mapping.stream(), mapping.joins());
            }
        }
        return streams;
    }

    /** Whether a KPI depends on which of two events came first. */
    public boolean restOnOrder(String definition) {
        return types(definition).isEmpty();
    }

    /** The types of the objects that a KPI's members are, and of those that are read beside them. */
    private List<String> types(String definition) {
        Map<String, Object> params = params(definition).orElse(Map.of());
        Object beside = params.get("deliveries") instanceof Map<?, ?> deliveries ? deliveries.get("object") : null;
        return Stream.of(params.get("object"), beside)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    private Optional<Map<String, Object>> params(String definition) {
        return Optional.ofNullable(families.get(definition)).stream()
                .flatMap(family -> family.entries().stream())
                .map(connector.kpis()::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static void add(Set<String> streams, String stream, List<Join> joins) {
        streams.add(stream);
        joins.forEach(join -> streams.add(join.stream()));
    }
}
