package com.opsatc.kernel.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.log.EventColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnablingTest {
    private static final Concurrency NOTHING = Concurrency.of(4, List.of(), List.of());

    @Test
    void of_theThreeRowsOfItsDescription_isWhatItSays() {
        assertThat(Enabling.of(
                        instances(new long[][] {{0, 0, 10}, {2, 12, 30}, {1, 10, 40}, {3, 50, 60}}), 0, 4, NOTHING))
                .containsExactly(Enabling.NONE, 0, 0, 2);
    }

    @Test
    void of_anInstanceWithoutStart_saysNothing() {
        assertThat(Enabling.of(
                        instances(new long[][] {{0, 0, 10}, {1, EventColumns.UNKNOWN, 20}, {2, 20, 30}}),
                        0,
                        3,
                        NOTHING))
                .containsExactly(Enabling.NONE, Enabling.NONE, 1);
    }

    @Test
    void of_instancesWithoutLengthAtOneInstant_enableEachOtherInOrder() {
        assertThat(Enabling.of(instances(new long[][] {{0, 5, 5}, {1, 5, 5}, {2, 5, 5}}), 0, 3, NOTHING))
                .containsExactly(Enabling.NONE, 0, 1);
    }

    @Test
    void of_random_isTheLatestOfAllThatFit() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            long[][] rows = new long[1 + random.nextInt(9)][];
            for (int i = 0; i < rows.length; i++) {
                long start = random.nextInt(30);
                rows[i] = new long[] {
                    random.nextInt(4), random.nextInt(6) == 0 ? EventColumns.UNKNOWN : start, start + random.nextInt(9)
                };
            }
            Arrays.sort(rows, (a, b) -> Long.compare(a[2], b[2]));

            assertThat(Enabling.of(instances(rows), 0, rows.length, NOTHING)).containsExactly(naive(rows));
        }
    }

    private static int[] naive(long[][] rows) {
        int[] enabledBy = new int[rows.length];
        Arrays.fill(enabledBy, Enabling.NONE);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                boolean fits = rows[i][1] != EventColumns.UNKNOWN
                        && j != i
                        && rows[j][2] <= rows[i][1]
                        && !(j > i && rows[i][2] <= rows[j][2]);
                if (fits && (enabledBy[i] == Enabling.NONE || rows[j][2] >= rows[enabledBy[i]][2])) {
                    enabledBy[i] = j;
                }
            }
        }

        return enabledBy;
    }

    private static EventColumns instances(long[][] rows) {
        EventColumns columns = EventColumns.ofInstances();
        columns.setRows(rows.length);
        for (int i = 0; i < rows.length; i++) {
            columns.positions()[i] = i + 1 == rows.length ? ~i : i;
            columns.activities()[i] = (int) rows[i][0];
            columns.startsUs()[i] = rows[i][1];
            columns.completesUs()[i] = rows[i][2];
        }

        return columns;
    }
}
