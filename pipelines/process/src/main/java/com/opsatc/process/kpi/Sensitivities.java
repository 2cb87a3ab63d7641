package com.opsatc.process.kpi;

import com.opsatc.contract.claim.DefinitionSensitivity;
import com.opsatc.contract.claim.DefinitionSensitivity.Variant;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.Unit;
import com.opsatc.process.kpi.measure.KpiVariant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far each figure moves between its definitions: of every process the measured variants of a family, by one unit, that chose the
 * same thing to be measured. A figure that is a bound takes no part.
 */
public final class Sensitivities {
    private static final Comparator<About> ORDER = Comparator.comparing(About::process)
            .thenComparing(About::family)
            .thenComparing(About::unit)
            .thenComparing(about -> about.subject.toString());

    private Sensitivities() {}

    /** What variants must have in common to be definitions of one figure. */
    private record About(String process, String family, Unit unit, SortedMap<String, String> subject) {}

    /** Those with two measured definitions, by process, family, unit and subject. */
    public static List<DefinitionSensitivity> of(List<KpiValue> kpis, Definitions definitions) {
        Map<String, KpiVariant> byDefinition = Kpis.variants(definitions).stream()
                .collect(Collectors.toMap(variant -> variant.definition().id(), Function.identity()));
        SortedMap<About, List<Variant>> measured = new TreeMap<>(ORDER);
        for (KpiValue kpi : kpis) {
            if (kpi.measured() && kpi.beyond() == null) {
                KpiVariant variant = byDefinition.get(kpi.definition().id());
                About about = new About(kpi.process(), variant.family().family(), kpi.unit(), variant.subject());
                measured.computeIfAbsent(about, none -> new ArrayList<>()).add(new Variant(kpi.id(), kpi.value()));
            }
        }

        return measured.entrySet().stream()
                .filter(found -> found.getValue().size() > 1)
                .map(found -> DefinitionSensitivity.of(
                        found.getKey().process, found.getKey().family, found.getKey().unit, found.getValue()))
                .toList();
    }
}
