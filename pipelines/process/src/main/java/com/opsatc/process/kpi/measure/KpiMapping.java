package com.opsatc.process.kpi.measure;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.Connector;
import com.opsatc.connector.MilestoneOrder;
import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.connector.mapping.Ends;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a connector says about KPIs: which its extracts support and how, and which they do not and why.
 *
 * <pre>
 * on-time: {object: order-line, order: order, due: due, done: delivered, granularity: date}
 * not-measured: {otif: "the extract has no delivered quantity"}
 * </pre>
 */
public final class KpiMapping {
    private final String connector;
    private final Map<String, Map<String, Object>> params;
    private final Map<String, String> notMeasured;
    private final Ends ends;
    private final List<MilestoneOrder> milestones;
    private final boolean ordersDates;
    private final String caseNotion;
    private final List<DeclaredAttribute> attributes;

    private KpiMapping(
            String connector,
            Map<String, Map<String, Object>> params,
            Map<String, String> notMeasured,
            Ends ends,
            List<MilestoneOrder> milestones,
            boolean ordersDates,
            String caseNotion,
            List<DeclaredAttribute> attributes) {
        this.connector = requireNonNull(connector, "connector");
        this.params = new TreeMap<>(params);
        this.notMeasured = new TreeMap<>(notMeasured);
        this.ends = requireNonNull(ends, "ends");
        this.milestones = List.copyOf(milestones);
        this.ordersDates = ordersDates;
        this.caseNotion = requireNonNull(caseNotion, "caseNotion");
        this.attributes = List.copyOf(attributes);
    }

    public static KpiMapping of(Connector connector) {
        return new KpiMapping(
                connector.id(),
                connector.kpis(),
                connector.notMeasured(),
                connector.ends(),
                connector.milestones(),
                connector.objects().stream()
                        .anyMatch(object -> !object.dateOrder().isEmpty()),
                connector.caseNotion(),
                connector.attributes());
    }

    public static KpiMapping of(
            String connector, Map<String, Map<String, Object>> params, Map<String, String> notMeasured) {
        return new KpiMapping(
                connector, params, notMeasured, Ends.UNKNOWN, List.of(), /* ordersDates= */ true, "case", List.of());
    }

    /** The same mapping of a connector that says what ends a case, and in which order milestones come. */
    public KpiMapping with(Ends known, List<MilestoneOrder> order) {
        return new KpiMapping(connector, params, notMeasured, known, order, ordersDates, caseNotion, attributes);
    }

    /** The same mapping of a connector whose figures may be divided; {@code notion} is what it calls a case. */
    public KpiMapping dividedBy(String notion, List<DeclaredAttribute> declared) {
        return new KpiMapping(connector, params, notMeasured, ends, milestones, ordersDates, notion, declared);
    }

    /** What a case is called: also the type of the objects that cases are, where there are such. */
    public String caseNotion() {
        return caseNotion;
    }

    /** All attributes by which figures may be divided, in the order in which they are declared. */
    public List<DeclaredAttribute> attributes() {
        return attributes;
    }

    /** Attributes by which figures about objects of a type may be divided, in the order in which they are declared. */
    public List<DeclaredAttribute> attributes(String objectType) {
        return attributes.stream()
                .filter(attribute -> attribute.object().equals(objectType))
                .toList();
    }

    /** What ends a case. */
    public Ends ends() {
        return ends;
    }

    /** Whether objects may be marked for dates in an order that cannot be. */
    public boolean ordersDates() {
        return ordersDates;
    }

    /** Milestones of which the later must not come before the earlier. */
    public List<MilestoneOrder> milestones() {
        return milestones;
    }

    /** The parameters of an entry; empty when the connector has no such entry. */
    public Optional<KpiParams> params(String entry) {
        return Optional.ofNullable(params.get(entry))
                .map(values -> new KpiParams(connector + ", kpis." + entry, values));
    }

    /** Why a variant is not measured that needs more than its entry maps, e.g. {@code first promise of an order line}. */
    public String lacks(String what) {
        return "Connector " + connector + " maps no " + what + ".";
    }

    /** Why a KPI that no entry maps is not measured: as the connector says, else that nothing maps it. */
    public String reason(String entry) {
        return notMeasured.getOrDefault(entry, "Connector " + connector + " does not map " + entry + ".");
    }
}
