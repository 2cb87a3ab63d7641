package com.opsatc.benchmarks.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotebooksTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));

    @TempDir
    Path export;

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void notebook_asStored_isOfTheJavaKernelAndHoldsNoOutputs(Path file) throws IOException {
        Notebook notebook = Notebook.read(file);

        assertThat(notebook.kernel()).isEqualTo("java");
        assertThat(notebook.hasOutputs()).isFalse();
    }

    /** Over the examples of the contract, exported as the command exports documents. */
    @Test
    void firstLook_overExportedDocuments_printsTheirFigures() throws IOException {
        Path examples = ROOT.resolve("schemas/src/test/resources/com/opsatc/contract/json/examples");
        for (String name : List.of("kpis.json", "edges.json")) {
            Files.copy(examples.resolve(name), export.resolve(name));
        }

        Files.writeString(export.resolve("edges.csv"), """
                process,view,from,to,n,cases,sum_us,mean_us,p50_us,p90_us,overlap_n,ties,waiting_n,waiting_sum_us,waiting_mean_us,waiting_p50_us,waiting_p90_us
                order-to-cash,activity,Release,Ship,200,200,72000000000,360000000,340000000,710000000,0,0,,,,,
                order-to-cash,activity,Credit check,Release,230,228,8280000000,36000000,34000000,71000000,1,3,,,,,
                order-to-cash,activity-lifecycle,Ship,Bill,9,9,99000000000000,1,1,1,0,0,,,,,
                """, StandardCharsets.UTF_8);
        System.setProperty("opsatc.export", export.toString());
        try {
            String printed =
                    Notebook.read(ROOT.resolve("notebooks/01_first_look.ipynb")).run();

            assertThat(printed)
                    .contains("acme as of 2026-03-31", "Credit check -> Release: 2.3 h in 230")
                    .contains("order-to-cash: 240 cases, drawn in map.svg")
                    .doesNotContain("Ship -> Bill");
            assertThat(printed.indexOf("Release -> Ship: 20 h")).isBetween(0, printed.indexOf("Credit check -> "));
            assertThat(export.resolve("map.svg")).content().startsWith("<svg").contains("Credit check");
        } finally {
            System.clearProperty("opsatc.export");
        }
    }

    @Test
    void otif_overItsRows_comesToThePublishedFigureAndTellsLateFromShort() throws Exception {
        new ExportedTables(export)
                .withKpis(
                        "('K-o-on-time-line', 0.75, 0.3, 0.95, 4, 1, 'measured', '1'), ('K-o-in-full-line', 0.5, 0.15, 0.85, 4, 1,"
                                + " 'measured', '1'), ('K-o-otif-value', NULL, NULL, NULL, 0, 0, 'not-measured', '1'), ('K-o-cycle-time', 9, 8, 10,"
                                + " 4, 0, 'measured', '1')")
                .withEvidence("K-o-on-time-line", lines(1, 1, 0, 1))
                .withEvidence("K-o-in-full-line", lines(1, 0, 1, 0));

        assertThat(printed("02_otif_deep_dive", export, export).lines())
                .containsExactly(
                        "K-o-in-full-line | 0.5000 | 0.1500 | 0.8500 | 4 | 1",
                        "K-o-on-time-line | 0.7500 | 0.3000 | 0.9500 | 4 | 1",
                        "K-o-in-full-line | true | of 4 rows",
                        "K-o-on-time-line | true | of 4 rows",
                        "on time, short | 2 | 50.0 %",
                        "late, in full | 1 | 25.0 %",
                        "on time and in full | 1 | 25.0 %");
    }

    private static String lines(int... contributions) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < contributions.length; i++) {
            rows.append(i == 0 ? "" : ", ")
                    .append("('line-" + i + "', 'f', " + i + ", NULL, DATE '2026-03-04', " + contributions[i] + ", 1)");
        }

        return rows.toString();
    }

    @Test
    void bottleneck_rowsOfItsFinding_worstCasesAndTheirShare() throws Exception {
        String hour = "3600000000";
        new ExportedTables(export)
                .with(
                        "bottlenecks",
                        "process VARCHAR, rank BIGINT, \"from\" VARCHAR, \"to\" VARCHAR, recoverable_us BIGINT, n BIGINT, cases"
                                + " BIGINT, finding_id VARCHAR",
                        "('o', 1, 'Release', 'Ship', 40 * " + hour + ", 3, 2, 'F-o-001'), ('o', 2, 'Ship', 'Bill', "
                                + hour + ", 9, 9, NULL)")
                .withEvidence(
                        "F-o-001",
                        "('one', 'f', 1, 'ORDER 1', DATE '2026-03-04', 30 * " + hour
                                + ", 1), ('one', 'f', 2, NULL, DATE"
                                + " '2026-03-04', 2 * " + hour
                                + ", 1), ('two', 'f', 3, 'ORDER 2', DATE '2026-03-05', 8 * "
                                + hour + ", 1)");

        assertThat(printed("03_bottleneck_cases", export, export).lines())
                .containsExactly(
                        "o | 1 | Release -> Ship | 40.0 | 3 | 2 | F-o-001",
                        "o | 2 | Ship -> Bill | 1.0 | 9 | 9 | null",
                        "F-o-001",
                        "one | ORDER 1 | 30.0",
                        "two | ORDER 2 | 8.0",
                        "one | f row 2 | 2.0",
                        "2 cases | 80.0 % in a tenth",
                        "from 2 h | ######################################## | 1",
                        "from 8 h | ######################################## | 1",
                        "from 16 h | ######################################## | 1");
    }

    @Test
    void runs_compared_saysWhatMovedBeyondItsIntervals() throws Exception {
        Path before = Files.createDirectory(export.resolve("before"));
        Path after = Files.createDirectory(export.resolve("after"));
        String edges = "process VARCHAR, view VARCHAR, \"from\" VARCHAR, \"to\" VARCHAR, n BIGINT, sum_us BIGINT";
        String findings = "kind VARCHAR, \"from\" VARCHAR, \"to\" VARCHAR, statement VARCHAR";
        new ExportedTables(before)
                .withKpis(
                        "('K-a', 3600000000, 3000000000, 4000000000, 9, 0, 'measured', 'us'), ('K-b', 2, 1, 3, 9, 0, 'measured', '1'), ('K-c', 3, 2, 4, 9, 0,"
                                + " 'measured', '1'), ('K-d', 5, NULL, NULL, 9, 0, 'measured', '1')")
                .with("edges", edges, "('o', 'activity', 'A', 'B', 5, 7200000000), ('o', 'activity', 'B', 'C', 5, 1)")
                .with("findings", findings, "('bottleneck', 'A', 'B', 'A to B is slow.')");
        new ExportedTables(after)
                .withKpis(
                        "('K-a', 7200000000, 7000000000, 8000000000, 9, 0, 'measured', 'us'), ('K-b', 2.5, 1, 3, 9, 0, 'measured', '1'), ('K-c', 3, 2, 4, 9, 0,"
                                + " 'measured', '1'), ('K-e', 1, 0, 2, 9, 0, 'measured', '1')")
                .with("edges", edges, "('o', 'activity', 'A', 'B', 8, 18000000000), ('o', 'activity', 'B', 'C', 5, 1)")
                .with("findings", findings, "('kpi-shift', NULL, NULL, 'Cycle time fell.')");

        assertThat(printed("04_compare_two_runs", after, before).lines())
                .containsExactly(
                        "K-a | 1.0 h | 2.0 h | moved beyond both intervals",
                        "K-b | 2.0000 | 2.5000 | moved within the intervals",
                        "K-c | 3.0000 | 3.0000 | the same",
                        "K-d | 5.0000 | null | gone",
                        "K-e | null | 1.0000 | new",
                        "o: A -> B | 3.0 | 5 | 8",
                        "new | kpi-shift | Cycle time fell.",
                        "gone | bottleneck: A -> B | A to B is slow.");
    }

    private static String printed(String notebook, Path folder, Path before) throws IOException {
        System.setProperty("opsatc.export", folder.toString());
        System.setProperty("opsatc.before", before.toString());
        try {
            return Notebook.read(ROOT.resolve("notebooks/" + notebook + ".ipynb"))
                    .run();
        } finally {
            System.clearProperty("opsatc.export");
            System.clearProperty("opsatc.before");
        }
    }
}
