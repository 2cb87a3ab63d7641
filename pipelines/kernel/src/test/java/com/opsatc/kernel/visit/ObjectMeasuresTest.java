package com.opsatc.kernel.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.figure.MinedLog;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.measure.ObjectMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectMeasuresTest {
    private static final int ACTIVITIES = 5;
    private static final int TYPES = 4;
    /** Codes of activities with a type: type * ACTIVITIES + activity, the last type without any. */
    private static final int[] TYPE_OF_CLASS = new int[(TYPES - 1) * ACTIVITIES];

    static {
        for (int i = 0; i < TYPE_OF_CLASS.length; i++) {
            TYPE_OF_CLASS[i] = i / ACTIVITIES;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void of_objectsOfSeveralTypes_isForEachTypeWhatItsObjectsAloneGive(long seed) {
        ArrayLog plain = RandomLogs.log(seed, 120, ACTIVITIES);
        List<ArrayLog.Builder> alone = new ArrayList<>();
        for (int type = 0; type < TYPES; type++) {
            alone.add(ArrayLog.builder());
        }

        ArrayLog.Builder together = ArrayLog.builder(EventColumns.ofEvents(/* classified= */ true));
        EventColumns rows = plain.columns();
        for (int i = 0; i < plain.size(); i++) {
            int type = (int) Math.floorMod(rows.caseIds()[i], (long) (TYPES - 1));
            alone.get(type).add(rows.caseIds()[i], rows.activities()[i], rows.startsUs()[i], rows.completesUs()[i]);
            together.add(rows.caseIds()[i], rows.activities()[i], rows.startsUs()[i], rows.completesUs()[i])
                    .classified(type * ACTIVITIES + rows.activities()[i]);
        }

        List<MinedLog> found = mined(together.build(), RandomLogs.generator(seed));

        TestPass plan = TestPass.of(ACTIVITIES);
        assertThat(found).hasSize(TYPES);
        for (int type = 0; type < TYPES; type++) {
            assertThat(MiningFigures.of(found.get(type)))
                    .isEqualTo(MiningFigures.of(plan.mine(alone.get(type).build())));
        }
    }

    @Test
    void of_noObjects_isNothingOfEveryType() {
        ArrayLog none =
                ArrayLog.builder(EventColumns.ofEvents(/* classified= */ true)).build();

        assertThat(mined(none, RandomLogs.generator(1)))
                .hasSize(TYPES)
                .allSatisfy(log -> assertThat(log.cases() + log.events()).isZero());
    }

    /** Cut anywhere, written and read, merged. */
    private static List<MinedLog> mined(ArrayLog log, RandomGenerator random) {
        CasePass pass = new CasePass(ACTIVITIES, TYPE_OF_CLASS.length);
        ObjectMeasures measures = ObjectMeasures.in(pass, TYPES, TYPE_OF_CLASS, ACTIVITIES);
        List<Integer> cuts = RandomLogs.cuts(random, log.size());
        List<PassState> states = new ArrayList<>(List.of(PassState.empty(pass)));
        for (int i = 1; i < cuts.size(); i++) {
            CaseVisitor visitor = new CaseVisitor(pass);
            visitor.visit(log.blocks(cuts.get(i - 1), cuts.get(i)));
            states.add(PassState.fromBytes(pass, visitor.state().toBytes()));
        }

        return measures.of(PassState.mergeAll(states).finish());
    }
}
