package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.document.FindingsDocument.NotSupported;
import com.opsatc.process.bottleneck.DeclaredWaits;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted is found and nothing else is: the search alone, which needs no evidence. */
class ShiftSearchTest {
    @Test
    void search_manySteadyShops_findsNoShift() {
        List<Long> found = LongStream.range(0, 300)
                .filter(seed -> {
                    OrderShop shop = OrderShop.steady(seed);
                    return !kpis(shop).drafts().isEmpty()
                            || !edges(shop).drafts().isEmpty()
                            || !episodes(shop).drafts().isEmpty();
                })
                .boxed()
                .toList();

        assertThat(found).isEmpty();
    }

    /** A change by a quarter of a step that takes seconds, in a process that takes days, is none that anybody notices. */
    @Test
    void search_shiftBelowTheFloor_isNotTold() {
        OrderShop shop = OrderShop.slowAfter(3, 13);
        Yardstick own = shop.yardstick();
        Yardstick coarse = new Yardstick(own.intake(), own.asOf(), own.caseP90Us(), 500 * OrderShop.HOUR);

        assertThat(own.floorUs()).isBetween(OrderShop.HOUR / 2, OrderShop.HOUR);
        assertThat(kpis(shop, own).drafts()).isNotEmpty();
        assertThat(kpis(shop, coarse).drafts()).isEmpty();
        assertThat(kpis(shop, coarse).series()).isEqualTo(kpis(shop, own).series());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 13, 19})
    void search_lateLines_findsTheShareAndNothingElse(int week) {
        for (long seed = 0; seed < 20; seed++) {
            OrderShop shop = OrderShop.lateAfter(seed, week);

            assertThat(kpis(shop).drafts())
                    .as("seed %d", seed)
                    .extracting(FindingDraft::name)
                    .containsExactly("K-process-on-time-line");
            assertThat(edges(shop).drafts()).isEmpty();
        }
    }

    @Test
    void notSupported_nothingFound_saysHowMuchWasLookedAt() {
        OrderShop shop = OrderShop.steady(1);

        ShiftSearch edges = edges(shop);

        assertThat(edges.series()).isEqualTo(3);
        assertThat(edges.notSupported("process"))
                .contains(new NotSupported(
                        "process",
                        FindingKind.EDGE_SHIFT,
                        edges.splits(),
                        "3 of 3 weekly series show no shift that is sustained, large enough to tell and clears the stated"
                                + " threshold."));
        assertThat(edges.splits()).isBetween(40L, 60L);
    }

    @Test
    void notSupported_tooFewWeeks_saysSo() {
        assertThat(new ShiftSearch(FindingKind.KPI_SHIFT, List.of(), 0, 0).notSupported("process"))
                .contains(new NotSupported(
                        "process",
                        FindingKind.KPI_SHIFT,
                        0,
                        "No weekly series has enough full weeks and members to be tested."));
    }

    private static ShiftSearch episodes(OrderShop shop) {
        return new KpiEpisodes(shop.withoutRows(), Processes.definitions().require("kpi-episode"))
                .search(shop.kpis(), shop.yardstick());
    }

    private static ShiftSearch kpis(OrderShop shop) {
        return kpis(shop, shop.yardstick());
    }

    private static ShiftSearch edges(OrderShop shop) {
        return edges(shop, shop.yardstick());
    }

    private static ShiftSearch kpis(OrderShop shop, Yardstick yardstick) {
        return new KpiShifts(shop.withoutRows(), Processes.definitions().require("kpi-shift"))
                .search(shop.kpis(), yardstick);
    }

    private static ShiftSearch edges(OrderShop shop, Yardstick yardstick) {
        ProcessInput in = shop.withoutRows();
        return new EdgeShifts(in, in.log(), Processes.definitions().require("edge-shift"), DeclaredWaits.NONE)
                .search(shop.mined(), shop.weeks(), yardstick);
    }
}
