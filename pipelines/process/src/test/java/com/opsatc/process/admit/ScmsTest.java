package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.process.admit.read.ExtractFile.Status;
import com.opsatc.process.testing.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScmsTest {
    private static final String COMMA = "SCMS_Delivery_History_Dataset.csv.gz";
    private static final String TAB_AND_CR = "SCMS_mirror2_MCGUM5.csv.gz";
    private static final String ON_TIME = "count_if(attributes['delivered'] <= attributes['due'])";

    @ParameterizedTest
    @ValueSource(strings = {COMMA, TAB_AND_CR})
    void admission_ofEitherCopy_keepsEveryLineAndTheFiguresOfTheReadme(String name) {
        Admitted admitted = Admitted.of("usaid/scms-deliveries", RealData.file("scms/" + name), Map.of());

        assertThat(admitted.batches().get("lines").quarantined().collectAsList())
                .isEmpty();
        assertThat(admitted.files()).singleElement().satisfies(file -> {
            assertThat(file.status()).isEqualTo(Status.ADMITTED);
            assertThat(file.read()).isEqualTo(10_324);
        });
        Row lines = admitted.objects()
                .where("object_type = 'order-line'")
                .selectExpr("count(*)", "count(distinct object_id)", "count(distinct attributes['order'])", ON_TIME)
                .head();
        assertThat(lines.toString()).isEqualTo("[10324,10324,6233,9138]");
        Row attributes = admitted.objects()
                .selectExpr(
                        "count(attributes['quantity'])",
                        "count(attributes['mode'])",
                        "count_if(attributes['mode'] = 'Air')",
                        "count(distinct attributes['country'])")
                .head();
        assertThat(attributes.toString()).isEqualTo("[10324,9964,6113,43]");
        assertThat(admitted.events()
                        .groupBy("activity")
                        .count()
                        .orderBy("activity")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[Deliver to client,10324], [Record delivery,10324], [Send price quotation,7643],"
                        + " [Send purchase order,4592]]");
    }

    @Test
    void admission_ofBothCopies_countsEveryLineOnce(@TempDir Path folder) throws Exception {
        for (String name : List.of(COMMA, TAB_AND_CR)) {
            Files.copy(RealData.file("scms/" + name), folder.resolve(name));
        }

        Admitted admitted = Admitted.of("usaid/scms-deliveries", folder, Map.of());

        assertThat(admitted.resolved("lines")
                        .groupBy("_winner")
                        .count()
                        .orderBy("_winner")
                        .collectAsList()
                        .toString())
                .isEqualTo("[[false,10324], [true,10324]]");
    }
}
