package com.opsatc.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.figure.EdgeStats;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.Coding;
import com.opsatc.kernel.measure.edge.EdgeMeasure;
import com.opsatc.kernel.measure.loop.ShortLoopMeasure;
import com.opsatc.kernel.measure.period.Periods;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import com.opsatc.kernel.visit.PassResults;
import com.opsatc.kernel.visit.PassState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int ACTIVITIES = 5;

    @Test
    void of_twoActivitiesInBothOrders_runSideBySide() {
        Concurrency found = mined(times(6, "0123"), times(5, "0213"));

        assertThat(pairs(found)).containsExactly("1 2", "2 1");
    }

    @Test
    void of_twoActivitiesHardlyEverTheOtherWay_areInOrder() {
        assertThat(pairs(mined(times(40, "0123"), times(1, "0213")))).isEmpty();
    }

    @Test
    void of_aLoopOfTwo_isNotSideBySide() {
        assertThat(pairs(mined(times(9, "01213"), times(9, "0123")))).isEmpty();
    }

    @Test
    void of_anActivityAfterItself_isNotSideBySideWithItself() {
        assertThat(pairs(mined(times(9, "0113")))).isEmpty();
    }

    @Test
    void loops_cutAnywhere_areCountedOnce() {
        List<String> cases = new ArrayList<>(times(3, "01012"));
        cases.addAll(times(2, "00100"));
        for (int cut = 0; cut <= 5 * 5; cut++) {
            assertThat(mine(cases, cut).loops())
                    .containsExactly(new Concurrency.Loop(0, 1, 5), new Concurrency.Loop(1, 0, 3));
        }
    }

    private record Mined(List<EdgeStats> edges, List<Concurrency.Loop> loops) {}

    private static List<String> times(int n, String activities) {
        return Collections.nCopies(n, activities);
    }

    @SafeVarargs
    private static Concurrency mined(List<String>... cases) {
        Mined mined = mine(List.of(cases).stream().flatMap(List::stream).toList(), 3);
        return Concurrency.of(ACTIVITIES, mined.edges(), mined.loops());
    }

    private static Mined mine(List<String> cases, int cut) {
        ArrayLog.Builder log = ArrayLog.builder();
        for (int i = 0; i < cases.size(); i++) {
            for (int at = 0; at < cases.get(i).length(); at++) {
                log.add(i, cases.get(i).charAt(at) - '0', at, at);
            }
        }
        ArrayLog built = log.build();
        CasePass pass = new CasePass(ACTIVITIES);
        CasePass.Slot<List<EdgeStats>> edges =
                pass.add(() -> new EdgeMeasure(Coding.ACTIVITY, ACTIVITIES, EdgeMeasure.Gap.TO_BEGIN, Periods.NONE));
        CasePass.Slot<List<Concurrency.Loop>> loops = pass.add(ShortLoopMeasure::new);
        CaseVisitor first = new CaseVisitor(pass);
        first.visit(built.blocks(0, cut));
        CaseVisitor second = new CaseVisitor(pass);
        second.visit(built.blocks(cut, built.size()));
        PassResults results = first.state()
                .merge(PassState.fromBytes(pass, second.state().toBytes()))
                .finish();
        return new Mined(results.of(edges), results.of(loops));
    }

    private static List<String> pairs(Concurrency concurrency) {
        List<String> pairs = new ArrayList<>();
        for (int a = 0; a < ACTIVITIES; a++) {
            for (int b = 0; b < ACTIVITIES; b++) {
                if (concurrency.concurrent(a, b)) {
                    pairs.add(a + " " + b);
                }
            }
        }

        return pairs;
    }
}
