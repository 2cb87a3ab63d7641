package com.opsatc.process.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.process.kpi.measure.Kpi;
import com.opsatc.process.kpi.measure.KpiMapping;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KpisTest {
    @Test
    void all_everyKpiClassOfThePackage_isListedOnce() throws Exception {
        Path classes = Path.of(
                Kpi.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        Set<String> listed =
                Kpis.ALL.stream().map(kpi -> kpi.getClass().getName()).collect(Collectors.toSet());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(kpiClasses(classes));
    }

    @Test
    void variants_shippedDefinitions_areOfEveryFamily() {
        List<String> families = Kpis.ALL.stream().map(Kpi::family).toList();

        assertThat(families).doesNotHaveDuplicates();
        assertThat(Kpis.variants(Processes.definitions()))
                .extracting(variant -> variant.family().family())
                .containsAll(families);
    }

    @Test
    void measure_connectorThatMapsNothing_saysSoOfEveryKpi() {
        KpiMapping mapping =
                KpiMapping.of("test/process", Map.of(), Map.of("otif", "The extract has no delivered quantity."));
        MemorySink sink = new MemorySink();

        List<KpiValue> kpis = Kpis.measure(
                        Processes.input(
                                mapping,
                                Processes.log(List.of()),
                                Processes.objects(List.of()),
                                ZoneId.of("UTC"),
                                LocalDate.of(2026, 3, 31)),
                        Processes.definitions(),
                        sink)
                .stream()
                .map(MeasuredKpi::value)
                .toList();

        assertThat(kpis).hasSize(Kpis.variants(Processes.definitions()).size()).noneMatch(KpiValue::measured);
        assertThat(kpis).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        assertThat(kpis)
                .extracting(KpiValue::id, KpiValue::reason)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "K-process-cycle-time", "Connector test/process does not map cycle-time."),
                        org.assertj.core.groups.Tuple.tuple(
                                "K-process-on-time-line", "Connector test/process does not map on-time."),
                        org.assertj.core.groups.Tuple.tuple(
                                "K-process-in-full-order", "The extract has no delivered quantity."));
        assertThat(sink.documents()).isEmpty();
    }

    private static Set<String> kpiClasses(Path classes) throws IOException {
        Path folder = classes.resolve(Kpis.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .filter(KpisTest::isKpi)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isKpi(String name) {
        try {
            Class<?> type = Class.forName(name);
            return Kpi.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
