package com.opsatc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.ViewMeasures;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunBenchmarkTest {
    private static final long CASES = 2_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = ExtractFormat.class, names = "XES", mode = EnumSource.Mode.EXCLUDE)
    void mine_anExtract_findsWhatTheKernelFinds(ExtractFormat format) throws Exception {
        long events = Extract.write(folder, format, CASES);

        Map<String, String> ours = kernel();
        Map<String, String> theirs =
                RunPeer.mine(folder.resolve(format.file()), format).figures();

        assertThat(ours).hasSizeGreaterThan(50);
        assertThatCode(() -> RunBenchmark.require(ours, theirs)).doesNotThrowAnyException();
        assertThat(theirs.get("cycle")).startsWith(CASES + " ");
        assertThat(events).isGreaterThan(5 * CASES);
    }

    @Test
    void write_xes_hasEveryEvent() throws Exception {
        long events = Extract.write(folder, ExtractFormat.XES, 100);

        String xes = Files.readString(folder.resolve("log.xes"));
        assertThat(xes.split("<event>", -1)).hasSize((int) events + 1);
        assertThat(xes.split("<trace>", -1)).hasSize(101);
    }

    @Test
    void require_otherFigures_fails() {
        Map<String, String> ours = Map.of("variants", "3", "edge A -> B", "4 4 10 2 5");

        assertThatCode(() -> RunBenchmark.require(ours, Map.of("variants", "3", "edge A -> B", "4 4 10 2.5 4.9")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RunBenchmark.require(ours, Map.of("variants", "3", "edge A -> B", "4 4 11 2 5")))
                .hasMessage(
                        "Cannot compare with DuckDB: it gives 4 4 11 2 5 for edge A -> B, the run gives 4 4 10 2 5");
        assertThatThrownBy(() -> RunBenchmark.require(ours, Map.of("variants", "3")))
                .hasMessageStartingWith("Cannot compare with DuckDB: it gives null for edge A -> B");
        Map<String, String> more = new TreeMap<>(ours);
        more.put("edge B -> C", "1 1 1 1 1");
        assertThatThrownBy(() -> RunBenchmark.require(ours, more))
                .hasMessage("Cannot compare with DuckDB: it gives 2 edges, the run gives 1");
    }

    @Test
    void night_oneCaseInAHundred_isMostlyOfTheLatest() throws Exception {
        long changed = Extract.night(folder, 20_000);

        List<String> lines = Files.readAllLines(folder.resolve("night.csv"));
        assertThat(lines).hasSize((int) changed + 1);
        assertThat(changed).isBetween(160L, 240L);
        // The generator's cases begin in 2024; the latest twentieth from 12 December on.
        long latest = lines.stream()
                .skip(1)
                .filter(line -> line.split(",")[2].compareTo("2024-12-12") > 0)
                .count();
        assertThat((double) latest / changed).isBetween(0.85, 1.0);
    }

    private static Map<String, String> kernel() {
        ArrayLog.Builder log = ArrayLog.builder();
        EventLogGenerator generator = new EventLogGenerator(Extract.SEED);
        for (long key = 0; key < CASES; key++) {
            generator.generate(key, (caseKey, position, last, activity, us) -> log.add(caseKey, activity, us));
        }

        CasePass pass = new CasePass(EventLogGenerator.ACTIVITIES);
        ViewMeasures measures = ViewMeasures.in(pass, Coding.ACTIVITY, EventLogGenerator.ACTIVITIES, Periods.NONE);
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(log.build().blocks());
        MinedLog mined = measures.of(visitor.state().finish());
        Map<String, String> figures = new TreeMap<>();
        figures.put("variants", Integer.toString(mined.variants().size()));
        for (EdgeStats edge : mined.edges()) {
            figures.put(
                    "edge A" + edge.from() + " -> A" + edge.to(),
                    edge.n() + " " + edge.cases() + " " + edge.sumUs() + " " + edge.quantileUs(1, 2) + " "
                            + edge.quantileUs(9, 10));
        }
        return figures;
    }
}
