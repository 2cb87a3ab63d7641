package com.opsatc.benchmarks.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every module keeps every rule, and every rule finds the class that was planted to break it. */
class ArchitectureTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));
    private static final List<String> MODULES = List.of(
            "schemas",
            "testing",
            "pipelines/kernel",
            "pipelines/connector",
            "pipelines/evidence",
            "pipelines/tenancy",
            "pipelines/process",
            "pipelines/boundary",
            "pipelines/instrumentation",
            "pipelines/telemetry",
            "advisory",
            "jobs/report",
            "jobs/simulate",
            "jobs/run",
            "jobs/telemetry",
            "jobs/host",
            "jobs/schedule",
            "jobs/cli",
            "benchmarks");
    private static final Map<String, String> BREAKS = Map.ofEntries(
            Map.entry("layers", "com.opsatc.contract.planted.KnowsTheKernel"),
            Map.entry("cycles", "com.opsatc.evidence.planted.here.KnowsThere"),
            Map.entry("doors", "com.opsatc.process.planted.OpensADoor"),
            Map.entry("kernel-jdk-only", "com.opsatc.kernel.planted.KnowsContract"),
            Map.entry("spark-or-beam", "com.opsatc.process.planted.KnowsSparkAndBeam"),
            Map.entry("spark-only-in", "com.opsatc.tenancy.planted.KnowsSpark"),
            Map.entry("deequ-only-in", "com.opsatc.process.planted.KnowsDeequ"),
            Map.entry("iceberg-only-in", "com.opsatc.tenancy.planted.KnowsIceberg"),
            Map.entry("picocli-only-in", "com.opsatc.process.planted.KnowsTheCommandLine"),
            Map.entry("clock", "com.opsatc.process.planted.ReadsTheClock"),
            Map.entry("random", "com.opsatc.process.planted.DrawsAtRandom"),
            Map.entry("secret-random", "com.opsatc.process.planted.DrawsSecrets"),
            Map.entry("environment", "com.opsatc.process.planted.ReadsTheEnvironment"),
            Map.entry("gates-files", "com.opsatc.process.planted.OpensAFile"),
            Map.entry("gates-databases", "com.opsatc.process.planted.OpensADatabase"),
            Map.entry("gates-network", "com.opsatc.process.planted.OpensTheNetwork"),
            Map.entry("default-locale", "com.opsatc.process.planted.TrustsTheLocale"),
            Map.entry("names", "com.opsatc.process.planted.PlantedHelper"));

    private static JavaClasses house;
    private static JavaClasses planted;

    @BeforeAll
    static void read() throws URISyntaxException {
        house = new ClassFileImporter()
                .importPaths(MODULES.stream().map(ArchitectureTest::classes).toList());
        Path tests = Path.of(ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        // With the one door that a planted class takes.
        planted = new ClassFileImporter()
                .withImportOption(location -> location.contains("/planted/") || location.contains("/TenantScope.class"))
                .importPaths(tests, classes("pipelines/tenancy"));
    }

    static Stream<String> rules() {
        return HouseRules.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void house_anyRule_isKept(String rule) {
        assertThatCode(() -> HouseRules.all().get(rule).check(house)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void plantedClass_anyRule_isFound(String rule) {
        assertThatThrownBy(() -> HouseRules.all().get(rule).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(BREAKS.get(rule));
    }

    /** A class that opens nothing any more would be a gate that nobody watches. */
    @ParameterizedTest
    @EnumSource(Gates.class)
    void gates_everyRegisteredClass_stillOpens(Gates gates) {
        for (String name : gates.registered()) {
            assertThatThrownBy(() -> noClasses()
                            .that(describe("are " + name, it -> it.getName().matches(Pattern.quote(name) + "(\\$.*)?")))
                            .should(gates.open())
                            .check(house))
                    .as(name)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("was violated");
        }
    }

    /** A package that calls a door no more would be let in for nothing. */
    @Test
    void doors_everyPackageNamed_stillCalls() {
        assertThat(Doors.named(house)).isNotEmpty().isEqualTo(Doors.used(house));
    }

    @Test
    void modules_ofTheBuild_areAllRead() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(pom.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("<module>"))
                        .map(line -> line.replaceAll("</?module>", "")))
                .containsExactlyInAnyOrderElementsOf(MODULES);
        assertThat(house).hasSizeGreaterThan(300);
    }

    private static Path classes(String module) {
        Path classes = ROOT.resolve(module).resolve("target/classes");
        assertThat(classes)
                .as("compiled classes of " + module + ": build it first")
                .isDirectory();
        return classes;
    }
}
