package com.opsatc.evidence.law;

import static com.opsatc.evidence.law.LawfulDocuments.DAY;
import static com.opsatc.evidence.law.LawfulDocuments.activity;
import static com.opsatc.evidence.law.LawfulDocuments.ageing;
import static com.opsatc.evidence.law.LawfulDocuments.cause;
import static com.opsatc.evidence.law.LawfulDocuments.edge;
import static com.opsatc.evidence.law.LawfulDocuments.file;
import static com.opsatc.evidence.law.LawfulDocuments.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.claim.AllMembers;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.claim.MemberKind;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdgesBuilder;
import com.opsatc.contract.document.ProcessWaiting.Coverage;
import com.opsatc.contract.document.ProcessWaiting.TransitionWaiting;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.figure.WorkTimes;
import com.opsatc.contract.quality.MappingCount;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConservationLawsTest {
    @Test
    void all_lawsOfTheVocabulary_haveOneClassEach() {
        assertThat(ConservationLaws.ALL).extracting(ConservationLaw::law).containsExactly(Law.values());
    }

    @Test
    void of_documentsOfARun_holdAndSayHowManyEquations() {
        assertThat(ConservationLaws.of(new LawfulDocuments().set()))
                .extracting(result -> result.law().symbol() + " " + result.of() + " " + result.equations() + " "
                        + result.broken().size())
                .containsExactly(
                        "rows sap 2 0",
                        "flow order-to-cash 8 0",
                        "variants order-to-cash 4 0",
                        "work order-to-cash 3 0",
                        "waiting-causes order-to-cash 7 0",
                        "queues order-to-cash 22 0",
                        "open-cases order-to-cash 1 0",
                        "members order-to-cash 4 0",
                        "rules order-to-cash 0 0");
    }

    /** The KPI is of cases, and those of the map are the recorded events'. */
    @Test
    void of_aMapOfRecordedEvents_holdsTheCasesOfAKpiAgainstItsOwn() {
        LawfulDocuments documents = new LawfulDocuments();
        documents.view = ProcessEdgesBuilder.builder(documents.view)
                .view(LogView.ACTIVITY)
                .build();
        documents.kpi = KpiValueBuilder.builder(documents.kpi)
                .excluded(List.of())
                .members(new AllMembers(MemberKind.CASE, 1))
                .build();

        assertThat(broken(documents))
                .containsExactly("members: of cycle-time, all cases, 1, must be cases of the map, 2");
    }

    /** A cycle time that leaves nobody out counts the same cases as open, and all are those of the map of recorded events. */
    @Test
    void of_openCases_holdsThemAgainstTheMapAndTheCycleTime() {
        LawfulDocuments documents = new LawfulDocuments();
        documents.view = ProcessEdgesBuilder.builder(documents.view)
                .view(LogView.ACTIVITY)
                .build();
        documents.ageing = ageing(1, 1, 2);
        kpi(documents, kpi -> kpi.excluded(List.of()).members(null));

        assertThat(broken(documents))
                .containsExactly(
                        "open-cases: open and closed cases, 3, must be cases of the map, 2",
                        "open-cases: open cases, 1, must be members of cycle-time open, 0");
    }

    @Test
    void of_noDocuments_isNothing() {
        assertThat(ConservationLaws.of(new DocumentSet())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void of_aPlantedViolation_namesLawAndBothSides(String expected, Consumer<LawfulDocuments> planted) {
        LawfulDocuments documents = new LawfulDocuments();

        planted.accept(documents);

        assertThat(broken(documents)).containsExactly(expected.split("\n"));
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                planted(
                        "rows: rows read, 5, must be rows admitted, kept out for any reason, and duplicate, 6",
                        to -> to.reasons = 2),
                planted(
                        "rows: rows that a mapping saw, 4, must be rows that its stream admitted, 5",
                        to -> to.file = file(6, 5, 1, 0)),
                planted(
                        "rows: rows that a mapping saw, 3, must be rows that its stream admitted, 4",
                        to -> to.mapping = new MappingCount("sap", "orders", "event 1", 3, 3, 3, List.of(), List.of())),
                planted(
                        "flow: of view activity-instance, ends with an activity and passages out of it, 3, must be its"
                                + " executions, 2\n"
                                + "flow: of view activity-instance, starts with an activity and passages into it, 3, must"
                                + " be its executions, 2",
                        to -> view(to, edges -> edges.edges(List.of(edge("A", "B", 2), edge("B", "B", 1))))),
                planted(
                        "flow: of view activity-instance, passages of activities that are not listed, 1, must be none, 0\n"
                                + "flow: of view activity-instance, starts, 2, must be cases, 3\n"
                                + "flow: of view activity-instance, ends, 1, must be cases, 3\n"
                                + "variants: of view activity-instance, cases of variants, 2, must be cases of its map, 3\n"
                                + "variants: of view activity-instance, cases of each variant together, 2, must be cases, 3",
                        to -> view(
                                to,
                                edges -> edges.cases(3)
                                        .edges(List.of(edge("A", "B", 1), edge("B", "B", 1), edge("A", "C", 1)))
                                        .activities(List.of(activity("A", 2, 2, 0, 2), activity("B", 2, 0, 1, 2))))),
                planted(
                        "variants: of view activity-instance, activities of the variants in all their cases, 3, must be"
                                + " events, 4",
                        to -> to.variant = new Variant(to.variant.id(), List.of("A", "B"), 1, 8)),
                planted(
                        "variants: of view activity-instance, variants, 3, must be variants of its map, 2",
                        to -> to.variants = 3),
                planted(
                        "work: busy and idle time in microseconds, 9, must be time from first start to last completion, 10",
                        to -> view(to, edges -> edges.times(new WorkTimes(4, 4, 0, 4, 5, 10L)))),
                planted(
                        "work: work of the activities in microseconds, 4, must be work of the process, 5\n"
                                + "work: executions whose work is known, 4, must be executions whose start is known, 3",
                        to -> view(to, edges -> edges.times(new WorkTimes(3, 5, 0, 4, 5, 9L)))),
                planted(
                        "waiting-causes: waiting time of all causes in microseconds, 4, must be waiting time that is"
                                + " attributed, 5",
                        to -> to.cause = cause(4)),
                planted(
                        "waiting-causes: of a transition, waiting time of all causes in microseconds, 1, must be waiting"
                                + " time that is attributed, 2",
                        to -> to.transition = new TransitionWaiting("A", "B", 1, 2, 2, List.of(cause(1)))),
                planted(
                        "waiting-causes: executions of the transitions, 2, must be executions whose waiting time is known,"
                                + " 1\n"
                                + "waiting-causes: executions whose waiting time is known, is not, or was enabled by"
                                + " nothing, 3, must be executions of the process, 4\n"
                                + "queues: executions of the queue, 2, must be executions whose waiting time is known, 1",
                        to -> to.coverage = new Coverage(1, 0, 2, 4, 5, 5)),
                planted(
                        "waiting-causes: waiting time of the transitions in microseconds, 5, must be waiting time of the"
                                + " process, 6\n"
                                + "queues: waiting time of the queue in microseconds, 5, must be waiting time of the process,"
                                + " 6",
                        to -> to.coverage = new Coverage(2, 0, 2, 4, 6, 5)),
                planted(
                        "queues: executions of the queue, 3, must be executions whose waiting time is known, 2\n"
                                + "queues: who comes in all weeks, 2, must be executions of the queue, 3\n"
                                + "queues: executions of all queues, 2, must be executions of the queue, 3",
                        to -> to.queued = 3),
                planted(
                        twice(
                                "queues: who waits when a week begins and who comes, less who is started, 0, must be who waits"
                                        + " when it ends, 1"),
                        to -> to.first = week(DAY, 0, 2, 2, 4, 5, 0)),
                planted(
                        twice("queues: area under the queue in microseconds, 6, must be waiting time of the queue, 5\n"
                                + "queues: what is still to be waited when a week begins, and by who comes, less the area under"
                                + " the queue, in microseconds, 0, must be what is still to be waited when it ends, 1"),
                        to -> to.first = week(DAY, 0, 2, 1, 5, 5, 0)),
                planted(
                        twice(
                                "queues: who waits when a week begins and who comes, less who is started, 1, must be who waits"
                                        + " when it ends, 0\n"
                                        + "queues: what is still to be waited when a week begins, and by who comes, less the area under"
                                        + " the queue, in microseconds, 1, must be what is still to be waited when it ends, 0\n"
                                        + "queues: who waits when a week begins and who comes, less who is started, 0, must be who"
                                        + " waits when it ends, 1\n"
                                        + "queues: what is still to be waited when a week begins, and by who comes, less the area under"
                                        + " the queue, in microseconds, 0, must be what is still to be waited when it ends, 1"),
                        to -> to.next = week(DAY.plusWeeks(2), 1, 0, 1, 1, 0, 1)),
                planted(
                        "open-cases: open cases of all ages, 2, must be open cases, 1",
                        to -> to.ageing = ageing(1, 2, 1)),
                planted(
                        "members: of cycle-time, members counted, left out, and open, 3, must be all cases, 2",
                        to -> kpi(to, kpi -> kpi.excluded(List.of(new Excluded("negative-duration", 2))))),
                planted(
                        "members: of cycle-time, members open, 1, must be rows of its evidence that are marked so, 0\n"
                                + "members: of cycle-time, members counted, left out, and open, 3, must be all cases, 2",
                        to -> kpi(to, kpi -> kpi.open(1L))),
                planted(
                        "members: of cycle-time, members counted, 1, must be rows of its evidence, 2",
                        to -> kpi(
                                to,
                                kpi -> kpi.evidence(new Evidence(
                                        "evidence/k.arrow",
                                        2,
                                        null,
                                        to.kpi.evidence().digest(),
                                        to.kpi.evidence().sample())))),
                planted(
                        "members: of cycle-time, members counted, 1, must be members of its weeks, 2",
                        to -> kpi(to, kpi -> kpi.series(List.of(new SeriesPoint(DAY, 2, BigDecimal.TEN, false))))));
    }

    @Test
    void require_aBrokenLaw_refusesWithNumbersAndWithoutAText() {
        LawfulDocuments documents = new LawfulDocuments();
        documents.view = ProcessEdgesBuilder.builder(documents.view)
                .activities(List.of(activity("A", 3, 2, 1, 2), activity("B", 2, 0, 1, 2)))
                .build();

        assertThatThrownBy(() -> ConservationLaws.require(documents.set()))
                .isInstanceOf(PipelineException.class)
                .hasMessage("Cannot publish: what is counted in two ways is not one number: law flow of process"
                        + " order-to-cash, 3 of 8 equations, the first of view activity-instance, starts with an activity"
                        + " and passages into it, 2, must be its executions, 3; law work of process order-to-cash, 1 of 3"
                        + " equations, the first executions whose work is known, 5, must be executions whose start is"
                        + " known, 4. Nothing is published and the run before stays; this is a defect of the program,"
                        + " report it with this message")
                .extracting(error -> ((PipelineException) error).code())
                .isEqualTo(ErrorCode.INTERNAL);
    }

    private static List<String> broken(LawfulDocuments documents) {
        return ConservationLaws.of(documents.set()).stream()
                .flatMap(result ->
                        result.broken().stream().map(equation -> result.law().symbol() + ": " + equation))
                .toList();
    }

    private static void view(LawfulDocuments to, Consumer<ProcessEdgesBuilder> change) {
        ProcessEdgesBuilder builder = ProcessEdgesBuilder.builder(to.view);
        change.accept(builder);
        to.view = builder.build();
    }

    private static void kpi(LawfulDocuments to, Consumer<KpiValueBuilder> change) {
        KpiValueBuilder builder = KpiValueBuilder.builder(to.kpi);
        change.accept(builder);
        to.kpi = builder.build();
    }

    /** In the queue of the process, and in that of the activity. */
    private static String twice(String broken) {
        return broken + "\n" + broken;
    }

    private static Arguments planted(String expected, Consumer<LawfulDocuments> change) {
        return Arguments.of(expected, change);
    }
}
