package com.opsatc.benchmarks.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rules, by a short name. */
final class HouseRules {
    private static final String JOBS = "com.opsatc.jobs..";
    private static final String BENCHMARKS = "com.opsatc.benchmarks..";

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("layers", classes().should(Layers.knowOnlyAllowedLayers()));
        rules.put(
                "cycles",
                SlicesRuleDefinition.slices()
                        .assignedFrom(new Packages())
                        .should()
                        .beFreeOfCycles());
        rules.put("doors", classes().should(Doors.goOnlyThroughThoseOpenToThem()));
        rules.put(
                "kernel-jdk-only",
                classes()
                        .that()
                        .resideInAPackage("com.opsatc.kernel..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "com.opsatc.kernel.."));
        rules.put(
                "spark-or-beam",
                noClasses()
                        .should(dependOnClassesThat(resideInAnyPackage("org.apache.spark.."))
                                .and(dependOnClassesThat(resideInAnyPackage("org.apache.beam..")))));
        rules.put(
                "spark-only-in",
                only("org.apache.spark..", "com.opsatc.process..", "com.opsatc.jobs.run..", BENCHMARKS));
        rules.put("deequ-only-in", only("com.amazon.deequ..", "com.opsatc.process.admit.."));
        rules.put(
                "iceberg-only-in",
                only("org.apache.iceberg..", "com.opsatc.tenancy.iceberg..", "com.opsatc.process.."));
        rules.put("picocli-only-in", only("picocli..", "com.opsatc.jobs.cli.."));
        rules.put(
                "clock",
                noClasses().that().resideOutsideOfPackages(JOBS, BENCHMARKS).should(Calls.readTheClock()));
        rules.put("random", noClasses().that().resideOutsideOfPackages(JOBS).should(Calls.drawAtRandom()));
        rules.put(
                "secret-random",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("com.opsatc.tenancy..", "com.opsatc.telemetry.release..")
                        .should(Calls.drawSecrets()));
        rules.put(
                "environment",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(JOBS, BENCHMARKS)
                        // It chooses the server's binaries by operating system and processor.
                        .and()
                        .doNotHaveFullyQualifiedName("com.opsatc.tenancy.database.ServerBinaries")
                        .should(Calls.readTheEnvironment()));
        for (Gates gates : Gates.values()) {
            rules.put(
                    "gates-" + gates.name().toLowerCase(Locale.ROOT),
                    noClasses().that(gates.unregistered()).should(gates.open()));
        }
        rules.put("default-locale", noClasses().should(Calls.useMachineDefaults()));
        rules.put(
                "names",
                noClasses()
                        .should()
                        .haveNameMatching(
                                "(.*[.$])?(\\w*(Utils?|Helper|Manager|Impl)|Abstract\\w*|Base[A-Z]\\w*|\\w+Base)"));
        return rules;
    }

    private static ArchRule only(String library, String... users) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
