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
}
