package com.opsatc.benchmarks.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dependency table of the architecture: which layer may know which; a layer is a package with all below it. */
final class Layers {
    static final String HOUSE = "com.opsatc.";

    private static final Map<String, List<String>> MAY_KNOW = table();

    private Layers() {}

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("contract", List.of());
        table.put("testing", List.of());
        table.put("connector", List.of("contract"));
        table.put("evidence", List.of("contract"));
        table.put("kernel", List.of());
        table.put("tenancy", List.of("contract"));
        table.put("boundary", List.of("contract", "tenancy"));
        table.put("process", List.of("contract", "connector", "evidence", "kernel", "tenancy"));
        table.put("instrumentation", List.of("contract", "tenancy"));
        table.put("telemetry.ledger", List.of("contract", "tenancy"));
        table.put("telemetry", List.of("contract", "kernel", "tenancy", "boundary", "telemetry.ledger"));
        table.put("advisory", List.of("contract", "tenancy", "instrumentation"));
        table.put("jobs.report", List.of("contract"));
        table.put("jobs.simulate", List.of("contract"));
        table.put("jobs.run", List.of("contract", "connector", "evidence", "tenancy", "process", "jobs.report"));
        table.put("jobs.host", List.of("contract", "evidence", "tenancy", "instrumentation"));
        table.put("jobs.schedule", List.of("contract", "tenancy", "instrumentation", "jobs.host"));
        table.put(
                "jobs.cli",
                List.of(
                        "contract",
                        "connector",
                        "evidence",
                        "kernel",
                        "tenancy",
                        "telemetry.ledger",
                        "instrumentation",
                        "boundary",
                        "advisory",
                        "jobs.host",
                        "jobs.schedule",
                        "jobs.report",
                        "jobs.simulate"));
        table.put(
                "jobs.telemetry",
                List.of("contract", "kernel", "tenancy", "telemetry", "telemetry.ledger", "jobs.report"));
        table.put(
                "benchmarks",
                List.of(
                        "contract",
                        "connector",
                        "evidence",
                        "kernel",
                        "tenancy",
                        "process",
                        "telemetry",
                        "instrumentation",
                        "jobs.host",
                        "jobs.simulate"));
        return table;
    }

    /** Depends on nothing of the house but its own layer and those the table allows. */
    static ArchCondition<JavaClass> knowOnlyAllowedLayers() {
        return new ArchCondition<>("know only the layers that the architecture's table allows") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                String layer = layer(from.getPackageName()).orElse("none");
                if (layer.equals("none")) {
                    events.add(SimpleConditionEvent.violated(from, from.getName() + " is in no layer of the table"));
                    return;
                }

                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    Optional<String> target = layer(dependency.getTargetClass().getPackageName());
                    if (target.isPresent()
                            && !target.get().equals(layer)
                            && !MAY_KNOW.get(layer).contains(target.get())) {
                        events.add(SimpleConditionEvent.violated(
                                from, layer + " may not know " + target.get() + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static Optional<String> layer(String packageName) {
        return MAY_KNOW.keySet().stream()
                .filter(layer -> packageName.equals(HOUSE + layer) || packageName.startsWith(HOUSE + layer + "."))
                .findFirst();
    }
}
