package com.opsatc.process.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.ActivityStats;
import com.opsatc.contract.document.Edge;
import com.opsatc.contract.document.EdgeBuilder;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.run.RunOutcome.CrossCheck;
import com.opsatc.process.canonical.CanonicalTables;
import com.opsatc.process.testing.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Figures told by hand, and each told wrongly. */
class CrossChecksTest {
    /**
     * Three cases: A at 0, B from 10 to 12, A at 20; A at 0, B from -2 to 1, which overlaps it; B at 5.
     *
     * <p>From A to B: gaps 10 and -2, which counts as 0.
     */
    private static final List<Row> EVENTS = List.of(
            event("one", "A", null, 0, 1),
            event("one", "B", 10L, 12, 2),
            event("one", "A", null, 20, 3),
            event("two", "A", null, 0, 4),
            event("two", "B", -2L, 1, 5),
            event("three", "B", null, 5, 6));

    private static final Edge A_TO_B = EdgeBuilder.builder()
            .from("A")
            .to("B")
            .n(2)
            .cases(2)
            .sumUs(10)
            .meanUs(5)
            .p50Us(5)
            .p90Us(9)
            .minUs(0)
            .maxUs(10)
            .overlapN(1)
            .overlapUs(2)
            .ties(0)
            .build();
    private static final Edge B_TO_A = EdgeBuilder.builder()
            .from("B")
            .to("A")
            .n(1)
            .cases(1)
            .sumUs(8)
            .meanUs(8)
            .p50Us(8)
            .p90Us(8)
            .minUs(8)
            .maxUs(8)
            .overlapN(0)
            .overlapUs(0)
            .ties(0)
            .build();
    private static final ActivityStats A = new ActivityStats("A", 3, 2, 1, 0, 1, 1);
    private static final ActivityStats B = new ActivityStats("B", 3, 1, 2, 0, 0, 0);

    @Test
    void of_figuresThatHold_saysSoOfEveryKind() {
        assertThat(checked(view -> view))
                .containsExactly(
                        new CrossCheck("cases", 1, 1, List.of()),
                        new CrossCheck("edges", 2, 2, List.of()),
                        new CrossCheck("activities", 2, 2, List.of()),
                        new CrossCheck("variants", 2, 2, List.of()));
    }

    @Test
    void of_figureThatIsOffByOne_namesItsPlace() {
        assertThat(checked(view -> ProcessEdgesBuilder.builder(view)
                        .events(7)
                        .edges(List.of(
                                A_TO_B, EdgeBuilder.builder(B_TO_A).p90Us(9).build()))
                        .activities(List.of(new ActivityStats("A", 3, 2, 1, 1, 0, 1), B))
                        .build()))
                .startsWith(
                        new CrossCheck("cases", 0, 1, List.of("cases of p, activity, number 1")),
                        new CrossCheck("edges", 1, 2, List.of("edges of p, activity, number 2")),
                        new CrossCheck("activities", 1, 2, List.of("activities of p, activity, number 1")));
    }

    @Test
    void of_relationThatNoDocumentStates_countsIt() {
        assertThat(checked(view -> ProcessEdgesBuilder.builder(view)
                                .edges(List.of(A_TO_B))
                                .build())
                        .get(1))
                .isEqualTo(new CrossCheck("edges", 1, 1, List.of("edges of p, 1 that no document states")));
    }

    @Test
    void of_relationThatTheTablesDoNotHave_isBroken() {
        List<Edge> edges = new ArrayList<>(List.of(A_TO_B, B_TO_A));
        edges.add(EdgeBuilder.builder(B_TO_A).to("B").build());

        assertThat(checked(view ->
                                ProcessEdgesBuilder.builder(view).edges(edges).build())
                        .get(1))
                .isEqualTo(new CrossCheck("edges", 2, 3, List.of("edges of p, activity, number 3")));
    }

    private static List<CrossCheck> checked(UnaryOperator<ProcessEdges> told) {
        LocalSpark.session().createDataFrame(EVENTS, CanonicalTables.EVENT).createOrReplaceTempView("checked_event");
        LocalSpark.session()
                .createDataFrame(List.of(), CanonicalTables.OBJECT_EVENT)
                .createOrReplaceTempView("checked_object_event");
        ProcessEdges view = ProcessEdgesBuilder.builder()
                .process("p")
                .caseNotion("case")
                .view(LogView.ACTIVITY)
                .cases(3)
                .events(6)
                .variants(3)
                .edges(List.of(A_TO_B, B_TO_A))
                .activities(List.of(A, B))
                .build();
        ProcessVariants variants = new ProcessVariants(
                "p",
                LogView.ACTIVITY,
                3,
                3,
                List.of(
                        new Variant(Sha256.of("aba"), List.of("A", "B", "A"), 1, 20),
                        new Variant(Sha256.of("ab"), List.of("A", "B"), 1, 3)));
        return new CrossChecks(
                        LocalSpark.session(),
                        new CheckedFigures(
                                new EdgesDocument(null, List.of(told.apply(view))),
                                new VariantsDocument(null, List.of(variants))))
                .of("p");
    }

    private static Row event(String caseId, String activity, Long startUs, long timeUs, long row) {
        return RowFactory.create(
                "e" + row, caseId, activity, null, startUs, timeUs, row, null, "s", "f", row, null, null);
    }
}
