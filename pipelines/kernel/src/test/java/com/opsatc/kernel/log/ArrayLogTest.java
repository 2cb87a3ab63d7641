package com.opsatc.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayLogTest {
    private static final ArrayLog LOG = ArrayLog.builder()
            .add(7, 0, 100)
            .add(7, 1, 150, 200)
            .add(7, 2, 300)
            .add(9, 1, 50)
            .build();

    @Test
    void cursor_wholeLog_readsPositionsAndEnds() {
        assertThat(rows(LOG.cursor()))
                .containsExactly(
                        new EventRow(7, 0, false, 0, 100, 100),
                        new EventRow(7, 1, false, 1, 150, 200),
                        new EventRow(7, 2, true, 2, 300, 300),
                        new EventRow(9, 0, true, 1, 50, 50));
    }

    @Test
    void cursor_cutInsideACase_keepsPositionsOfTheCase() {
        assertThat(rows(LOG.cursor(0, 2))).isEqualTo(rows(LOG.cursor()).subList(0, 2));
        assertThat(rows(LOG.cursor(1, 3))).isEqualTo(rows(LOG.cursor()).subList(1, 3));
        assertThat(rows(LOG.cursor(2, 4))).isEqualTo(rows(LOG.cursor()).subList(2, 4));
        assertThat(rows(LOG.cursor(4, 4))).isEmpty();
    }

    @Test
    void over_columnsOfDifferentLength_fails() {
        assertThatThrownBy(() -> ArrayLog.over(new long[2], new int[2], new long[1], new long[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid log: its columns differ in length");
    }

    @Test
    void row_completedBeforeItStarted_fails() {
        assertThatThrownBy(() -> new EventRow(1, 0, true, 0, 10, 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid event: it completes before it starts");
    }

    @Test
    void row_negativePosition_fails() {
        assertThatThrownBy(() -> new EventRow(1, -1, true, 0, 10, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid event: position and activity are counted from 0");
    }

    private static List<EventRow> rows(EventCursor cursor) {
        List<EventRow> rows = new ArrayList<>();
        while (cursor.next()) {
            rows.add(EventRow.at(cursor));
        }
        return rows;
    }
}
