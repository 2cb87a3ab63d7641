package com.opsatc.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.jobs.simulate.Expectations.OrderFigures;
import com.opsatc.jobs.simulate.Expectations.Share;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    @TempDir
    Path folder;

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        SimulationPlan plan = DemoTenants.of(42).get(0);

        PlantedTruth first = Simulation.of(plan).write(folder.resolve("a"));
        PlantedTruth second = Simulation.of(plan).write(folder.resolve("b"));

        assertThat(second.toJson()).isEqualTo(first.toJson());
        assertThat(files(folder.resolve("b"))).isEqualTo(files(folder.resolve("a")));
        assertThat(files(folder.resolve("a"))).hasSizeGreaterThan(14);
    }

    @Test
    void write_otherSeed_givesOtherBytes() throws IOException {
        Simulation.of(DemoTenants.of(1).get(0)).write(folder.resolve("a"));
        Simulation.of(DemoTenants.of(2).get(0)).write(folder.resolve("b"));

        assertThat(Files.readAllBytes(folder.resolve("a/sap/VBAK_1.csv")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("b/sap/VBAK_1.csv")));
    }

    @Test
    void truth_writtenAndRead_isTheSame() {
        PlantedTruth truth = Simulation.of(DemoTenants.of(5).get(1)).write(folder);

        assertThat(PlantedTruth.ofJson(truth.toJson())).isEqualTo(truth);
    }

    /** The figures made up beforehand, once more from the files alone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void expectations_recountedFromTheFiles_areEqual(long seed) throws IOException {
        for (SimulationPlan plan : DemoTenants.of(seed)) {
            PlantedTruth truth =
                    Simulation.of(plan).write(folder.resolve(plan.tenant().value()));
            Extracts sap = new Extracts(folder.resolve(plan.tenant().value()).resolve(Simulation.ORDERS));

            OrderFigures orders = truth.expectations().orders();
            assertThat(sharesFromFiles(sap, truth.asOf().toString().replace("-", "")))
                    .containsExactly(orders.onTimeLine(), orders.inFullLine(), orders.otifLine());
            assertThat(sap.distinct("VBAK"))
                    .hasSize((int) truth.expectations().orders().cases() + 1);
            assertThat(sap.distinct("VBAP"))
                    .hasSize((int) truth.expectations().orders().lines() + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void plants_anySeed_areLargeEnoughToBeSeen(long seed) {
        for (SimulationPlan plan : DemoTenants.of(seed)) {
            PlantedTruth truth =
                    Simulation.of(plan).write(folder.resolve(plan.tenant().value()));
            BigDecimal drop =
                    truth.otifStep().before().subtract(truth.otifStep().after());

            assertThat(drop).isBetween(new BigDecimal("0.09"), new BigDecimal("0.28"));
            assertThat(truth.slowEdge().factor()).isBetween(new BigDecimal("2"), new BigDecimal("4"));
            assertThat(truth.clockChanges()).isNotEmpty();
            assertThat(truth.expectations().orders().partialLines()).isPositive();
            assertThat(truth.expectations().orders().notDueYet()).isPositive();
            assertThat(truth.expectations().orders().lines()).isBetween(1_500L, 8_000L);
        }
    }

    /** A reader who takes one of them for another is found out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 21, 22})
    void expectations_onTimeInFullAndBoth_areThreeFiguresAtEitherLevel(long seed) {
        List<SimulationPlan> plans = new ArrayList<>(DemoTenants.of(seed));
        plans.addAll(DemoTenants.control(seed));
        for (int i = 0; i < plans.size(); i++) {
            PlantedTruth truth = Simulation.of(plans.get(i)).write(folder.resolve("plan-" + i));
            OrderFigures orders = truth.expectations().orders();

            assertThat(List.of(orders.onTimeLine(), orders.inFullLine(), orders.otifLine()))
                    .doesNotHaveDuplicates();
            assertThat(List.of(orders.onTimeOrder(), orders.inFullOrder(), orders.otifOrder()))
                    .doesNotHaveDuplicates();
            assertThat(orders.otifLine().k())
                    .isLessThan(Math.min(
                            orders.onTimeLine().k(), orders.inFullLine().k()));
        }
    }

    @Test
    void control_plantsNothingStatistical_butKeepsFaultsOfDelivery() {
        PlantedTruth truth = Simulation.of(DemoTenants.control(42).get(0)).write(folder);

        assertThat(truth.control()).isTrue();
        assertThat(truth.slowEdge()).isNull();
        assertThat(truth.orderFaults().duplicates().rows()).isPositive();
    }

    @Test
    void faults_inTheFiles_areAsStated() throws IOException {
        PlantedTruth truth = Simulation.of(DemoTenants.of(8).get(0)).write(folder);
        Path sap = folder.resolve(Simulation.ORDERS);
        Extracts extracts = new Extracts(sap);
        String repeated = truth.orderFaults().duplicates().table();
        String resent = truth.orderFaults().resent().table();

        assertThat((long) extracts.rows(repeated).size()
                        - extracts.distinct(repeated).size())
                .isEqualTo(truth.orderFaults().duplicates().rows())
                .isBetween(5L, 40L);
        assertThat(sap.resolve(truth.orderFaults().resent().file()))
                .hasSameBinaryContentAs(sap.resolve(resent + "_1.csv"));
        assertThatThrownBy(() -> new GZIPInputStream(Files.newInputStream(
                                sap.resolve(truth.orderFaults().refused().file())))
                        .readAllBytes())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void personColumns_holdCanaries_andNoOtherColumnDoes() throws IOException {
        PlantedTruth truth = Simulation.of(DemoTenants.of(8).get(1)).write(folder);
        Set<String> columns = new HashSet<>();
        for (String system : List.of(Simulation.ORDERS, Simulation.TICKETS)) {
            Extracts extracts = new Extracts(folder.resolve(system));
            for (String table : system.equals(Simulation.ORDERS)
                    ? List.of("VBAK", "VBAP", "VBEP", "LIKP", "LIPS")
                    : List.of("incident", "sys_audit")) {
                extracts.rows(table)
                        .forEach(row -> row.forEach((column, value) -> {
                            if (truth.personCanaries().stream().anyMatch(value::startsWith)) {
                                columns.add(column);
                            }
                        }));
            }
        }

        assertThat(columns).containsExactlyInAnyOrder("ERNAM", "assigned_to", "user");
    }

    /** On time, in full and both, of the lines that count. */
    private static List<Share> sharesFromFiles(Extracts sap, String asOf) throws IOException {
        Map<String, String> left = new HashMap<>();
        sap.distinct("LIKP").forEach(row -> left.put(row.get("VBELN"), row.get("WADAT_IST")));
        Map<String, String> due = new HashMap<>();
        sap.distinct("VBEP").forEach(row -> due.put(row.get("VBELN") + row.get("POSNR"), row.get("WADAT")));
        Map<String, NavigableMap<String, BigDecimal>> byDay = new HashMap<>();
        for (Map<String, String> item : sap.distinct("LIPS")) {
            String day = left.get(item.get("VBELN"));
            if (!day.isEmpty() && !day.equals("00000000")) {
                byDay.computeIfAbsent(item.get("VGBEL") + item.get("VGPOS"), line -> new TreeMap<>())
                        .merge(day, new BigDecimal(item.get("LFIMG")), BigDecimal::add);
            }
        }

        long[] good = new long[4];
        for (Map<String, String> row : sap.distinct("VBAP")) {
            String line = row.get("VBELN") + row.get("POSNR");
            if (!due.containsKey(line) || due.get(line).equals("00000000")) {
                continue;
            }

            BigDecimal ordered = new BigDecimal(row.get("KWMENG"));
            NavigableMap<String, BigDecimal> days = byDay.getOrDefault(line, new TreeMap<>());
            boolean complete = sum(days).compareTo(ordered) >= 0;
            if (complete || due.get(line).compareTo(asOf) < 0) {
                // All parts are of one line's quantity, so that the last day is also the one that completes it.
                boolean onTime = !days.isEmpty() && days.lastKey().compareTo(due.get(line)) <= 0;
                boolean both = sum(days.headMap(due.get(line), true)).compareTo(ordered) >= 0;
                good[0] += onTime ? 1 : 0;
                good[1] += complete ? 1 : 0;
                good[2] += both ? 1 : 0;
                good[3]++;
            }
        }

        return List.of(new Share(good[0], good[3]), new Share(good[1], good[3]), new Share(good[2], good[3]));
    }

    private static BigDecimal sum(Map<String, BigDecimal> days) {
        return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                digests.put(
                        root.relativize(path).toString(),
                        com.opsatc.contract.id.Sha256.of(Files.readAllBytes(path))
                                .toString());
            }
        }

        return digests;
    }
}
