package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two SAP clients use the same numbers for different orders. */
final class PopulationsTest {
    @TempDir
    private Path folder;

    @Test
    void objects_ofTwoClientsWithTheSameNumbers_areTwoOrders() throws Exception {
        write("VBAK", "MANDT,VBELN,ERDAT,ERZET", "300,0000000071,20260302,080000", "800,0000000071,20260227,080000");
        write("VBAP", "MANDT,VBELN,POSNR,KWMENG", "300,0000000071,000010,5", "800,0000000071,000010,7");
        write("VBEP", "MANDT,VBELN,POSNR,ETENR,EDATU", "300,0000000071,000010,0001,20260310");
        write("LIKP", "MANDT,VBELN,ERDAT,ERZET,WADAT_IST", "300,0000000900,20260305,100000,20260306");
        write("LIPS", "MANDT,VBELN,POSNR,LFIMG,VGBEL,VGPOS", "300,0000000900,000010,5,0000000071,000010");

        Admitted admitted = Admitted.of("sap/order-to-cash", folder, Map.of());

        assertThat(admitted.objects()
                        .where("object_type = 'order'")
                        .select("object_id")
                        .collectAsList()
                        .toString())
                .contains("300/71", "800/71");
        assertThat(texts(admitted.objects()
                        .where("object_type = 'order-line'")
                        .selectExpr("object_id", "attributes['order']", "attributes['ordered']", "attributes['due']")
                        .orderBy("object_id")
                        .collectAsList()))
                .containsExactly("[300/71/10,300/71,5,2026-03-10]", "[800/71/10,800/71,7,null]");
        assertThat(texts(admitted.events()
                        .select("case_id", "activity")
                        .orderBy("case_id", "activity")
                        .collectAsList()))
                .containsExactly(
                        "[300/71,Create delivery]",
                        "[300/71,Create order]",
                        "[300/71,Post goods issue]",
                        "[800/71,Create order]");
        assertThat(admitted.deliveries("vbak").populations()).isEqualTo(2);
    }

    @Test
    void objects_ofOneClientThatSomeTablesDoNotName_keepTheirNumbers() throws Exception {
        write("VBAK", "MANDT,VBELN,ERDAT,ERZET", "300,0000000071,20260302,080000");
        write("VBAP", "VBELN,POSNR,KWMENG", "0000000071,000010,5");

        Admitted admitted = Admitted.of("sap/order-to-cash", folder, Map.of());

        assertThat(texts(admitted.objects()
                        .select("object_id")
                        .orderBy("object_id")
                        .collectAsList()))
                .containsExactly("[71]", "[71/10]");
    }

    @Test
    void count_rowsThatDoNotSayTheirClientBesideTwoClients_isRefused() throws Exception {
        write("VBAK", "MANDT,VBELN,ERDAT,ERZET", "300,0000000071,20260302,080000", "800,0000000071,20260227,080000");
        write("VBAP", "VBELN,POSNR,KWMENG", "0000000071,000010,5");
        Admitted admitted = Admitted.of("sap/order-to-cash", folder, Map.of());

        assertThatThrownBy(admitted::objects)
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot tell the records of source source apart: its extracts hold 2 populations, and rows of"
                                + " [vbap] do not say which they are of; deliver these files with the column that says it,"
                                + " or each population as a source of its own");
    }

    /** A later delivery by its name, whatever its digest: the goods issue posted in between is not lost. */
    @Test
    void objects_ofTwoDailySnapshots_areThoseOfTheLaterOne() throws Exception {
        write("VBAK", "MANDT,VBELN,ERDAT,ERZET", "300,0000000071,20260302,080000");
        write("VBAP", "MANDT,VBELN,POSNR,KWMENG", "300,0000000071,000010,5");
        write("LIPS", "MANDT,VBELN,POSNR,LFIMG,VGBEL,VGPOS", "300,0000000900,000010,5,0000000071,000010");
        String header = "MANDT,VBELN,ERDAT,ERZET,WADAT_IST";
        // Digests differ by the clerk, which is not read: in some of the pairs the earlier file has the greater one.
        for (int i = 0; i < 4; i++) {
            Path day = Files.createDirectories(folder.resolve("day" + i));
            for (String table : List.of("VBAK", "VBAP", "LIPS")) {
                Files.copy(folder.resolve(table + ".csv"), day.resolve(table + ".csv"));
            }
            write(day, "LIKP_20260306", header + ",ERNAM", "300,0000000900,20260305,100000,20260306,clerk" + i);
            write(day, "LIKP_20260305", header + ",ERNAM", "300,0000000900,20260305,100000,00000000,clerk" + i);
            Admitted admitted = Admitted.of("sap/order-to-cash", day, Map.of());

            assertThat(texts(admitted.objects()
                            .where("object_type = 'delivery-item'")
                            .selectExpr("attributes['at']")
                            .collectAsList()))
                    .containsExactly("[2026-03-06]");
        }
    }

    private void write(String table, String... lines) throws IOException {
        write(folder, table, lines);
    }

    private static void write(Path folder, String table, String... lines) throws IOException {
        Files.writeString(folder.resolve(table + ".csv"), String.join("\n", lines) + "\n");
    }

    private static List<String> texts(List<?> rows) {
        return rows.stream().map(Object::toString).toList();
    }
}
