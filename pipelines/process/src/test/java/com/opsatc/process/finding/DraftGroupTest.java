package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.finding.Change.Way;
import com.opsatc.process.kpi.MemorySink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftGroupTest {
    private static final LocalDate WEEK = LocalDate.of(2026, 4, 6);

    @Test
    void of_changesOfOneWeekAndWay_areOneGroupLedByTheFirst() {
        assertThat(names(
                        draft(FindingKind.KPI_SHIFT, "otif", 0, Way.WORSE),
                        draft(FindingKind.EDGE_SHIFT, "pack", 0, Way.WORSE),
                        draft(FindingKind.KPI_SHIFT, "cycle time", 0, Way.WORSE),
                        draft(FindingKind.KPI_SHIFT, "in full", 0, Way.BETTER),
                        draft(FindingKind.EDGE_SHIFT, "ship", 0, Way.WORSE),
                        draft(FindingKind.KPI_EPISODE, "on time", 0, Way.WORSE)))
                .containsExactly("otif, cycle time", "pack, ship", "in full", "on time");
    }

    @Test
    void of_weeks_areOneGroupUpToOneWeekFromTheLead() {
        assertThat(names(
                        draft(FindingKind.EDGE_SHIFT, "lead", 0, Way.WORSE),
                        draft(FindingKind.EDGE_SHIFT, "before", -1, Way.WORSE),
                        draft(FindingKind.EDGE_SHIFT, "after", 1, Way.WORSE),
                        draft(FindingKind.EDGE_SHIFT, "two after", 2, Way.WORSE),
                        draft(FindingKind.EDGE_SHIFT, "two before", -2, Way.WORSE)))
                .containsExactly("lead, before, after", "two after", "two before");
    }

    @Test
    void of_whatChangedAtNoTime_standsAlone() {
        FindingDraft first = new FindingDraft(
                FindingKind.BOTTLENECK, FindingDraft.Tier.TIME, 2, "001", null, DraftGroupTest::finding);
        FindingDraft second = new FindingDraft(
                FindingKind.BOTTLENECK, FindingDraft.Tier.TIME, 1, "002", null, DraftGroupTest::finding);

        assertThat(names(first, second)).containsExactly("001", "002");
    }

    @Test
    void way_ofADirection_isForBetterOrWorseWhereThereIsAGoodOne() {
        assertThat(List.of(
                        Way.of(Direction.HIGHER_IS_BETTER, true),
                        Way.of(Direction.HIGHER_IS_BETTER, false),
                        Way.of(Direction.LOWER_IS_BETTER, true),
                        Way.of(Direction.LOWER_IS_BETTER, false),
                        Way.of(Direction.NONE, true),
                        Way.of(Direction.NONE, false)))
                .containsExactly(Way.BETTER, Way.WORSE, Way.WORSE, Way.BETTER, Way.UP, Way.DOWN);
    }

    @Test
    void publish_group_isOneFindingWhoseMembersHaveIdsOfTheirOwn() {
        Finding found = group(
                        draft(FindingKind.EDGE_SHIFT, "a", 0, Way.WORSE),
                        draft(FindingKind.EDGE_SHIFT, "b", 0, Way.WORSE),
                        draft(FindingKind.EDGE_SHIFT, "c", 0, Way.WORSE))
                .publish("F-p-004", 4, new MemorySink());

        assertThat(found.withMembers())
                .extracting(Finding::id, Finding::rank)
                .map(Object::toString)
                .containsExactly("(\"F-p-004\", 4)", "(\"F-p-004-2\", 4)", "(\"F-p-004-3\", 4)");
        assertThat(found.headline()).isEqualTo("3 steps took longer from the week of 2026-04-06 on.");
        assertThat(found.caveats())
                .containsExactly("They are told together because they moved within a week of it; that does not say that"
                        + " one cause moved them.");
        assertThat(found.members())
                .allSatisfy(member -> assertThat(member.caveats()).isEmpty());
    }

    @Test
    void publish_draftThatStandsAlone_isTheFindingAsItIs() {
        assertThat(group(draft(FindingKind.EDGE_SHIFT, "a", 0, Way.WORSE)).publish("F-p-004", 4, new MemorySink()))
                .isEqualTo(finding("F-p-004", 4, null));
    }

    @Test
    void headline_saysWhatMovedWhichWayAndWhen() {
        assertThat(headline(FindingKind.EDGE_SHIFT, Way.BETTER, 0))
                .isEqualTo("2 steps took less time from the week of 2026-04-06 on.");
        assertThat(headline(FindingKind.EDGE_SHIFT, Way.WORSE, 1))
                .isEqualTo("2 steps took longer from around the week of 2026-04-06 on.");
        assertThat(headline(FindingKind.KPI_SHIFT, Way.WORSE, 0))
                .isEqualTo("2 KPIs were worse from the week of 2026-04-06 on.");
        assertThat(headline(FindingKind.KPI_SHIFT, Way.BETTER, 0))
                .isEqualTo("2 KPIs were better from the week of 2026-04-06 on.");
        assertThat(headline(FindingKind.KPI_SHIFT, Way.UP, 0))
                .isEqualTo("2 KPIs were higher from the week of 2026-04-06 on.");
        assertThat(headline(FindingKind.KPI_EPISODE, Way.DOWN, 0))
                .isEqualTo("2 KPIs were lower for some weeks from the week of 2026-04-06 on.");
    }

    private static String headline(FindingKind kind, Way way, int weeksApart) {
        return group(draft(kind, "a", 0, way), draft(kind, "b", weeksApart, way))
                .headline();
    }

    private static DraftGroup group(FindingDraft... drafts) {
        List<DraftGroup> groups = DraftGroup.of(List.of(drafts));
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private static List<String> names(FindingDraft... drafts) {
        return DraftGroup.of(List.of(drafts)).stream()
                .map(group -> group.others().stream()
                        .map(FindingDraft::name)
                        .reduce(group.lead().name(), (all, name) -> all + ", " + name))
                .toList();
    }

    private static FindingDraft draft(FindingKind kind, String name, int weeks, Way way) {
        return new FindingDraft(
                kind, FindingDraft.Tier.TIME, 1, name, new Change(WEEK.plusWeeks(weeks), way), DraftGroupTest::finding);
    }

    private static Finding finding(String id, int rank, Object sink) {
        return FindingBuilder.builder()
                .id(id)
                .kind(FindingKind.EDGE_SHIFT)
                .process("p")
                .rank(rank)
                .definition(new DefinitionRef("edge-shift", 1))
                .subjects(List.of("a", "b"))
                .statement("s")
                .value(BigDecimal.ONE)
                .unit(Unit.MICROSECONDS)
                .aggregation(Aggregation.MEDIAN)
                .window(new Window(WEEK, WEEK, "UTC"))
                .n(1)
                .testsInFamily(1)
                .evidence(new Evidence(
                        "e", 1, /* censored= */ null, Sha256.of("e"), List.of(new Citation("sap", Sha256.of("f"), 1))))
                .build();
    }
}
