package com.opsatc.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
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
    void blocks_wholeLog_readsPositionsAndEnds() {
        assertThat(rows(LOG.blocks()))
                .containsExactly("7 0 0 unknown 100", "7 1 1 150 200", "7 -3 2 unknown 300", "9 -1 1 unknown 50");
    }

    @Test
    void blocks_cutInsideACase_keepPositionsOfTheCase() {
        assertThat(rows(LOG.blocks(0, 2))).isEqualTo(rows(LOG.blocks()).subList(0, 2));
        assertThat(rows(LOG.blocks(1, 3))).isEqualTo(rows(LOG.blocks()).subList(1, 3));
        assertThat(rows(LOG.blocks(4, 4))).isEmpty();
    }

    @Test
    void blocks_manyRows_comeInSeveral() {
        ArrayLog.Builder log = ArrayLog.builder();
        for (int i = 0; i < 3_000; i++) {
            log.add(1, i % 5, i);
        }
        EventBlocks blocks = log.build().blocks();
        List<Integer> sizes = new ArrayList<>();
        for (EventColumns block = blocks.next(); block != null; block = blocks.next()) {
            sizes.add(block.rows());
        }

        assertThat(sizes).containsExactly(1024, 1024, 952);
    }

    @Test
    void append_instances_carriesWhatTheViewHas() {
        ArrayLog log = ArrayLog.builder(EventColumns.ofInstances())
                .add(1, 0, 5, 9)
                .add(1, 1, 12)
                .suspended(3, new byte[] {7})
                .build();
        EventColumns copy = log.columns().another();
        copy.append(log.columns(), 1, 2);
        copy.append(log.columns(), 0, 1);

        assertThat(Arrays.copyOf(copy.suspendedUs(), 2)).containsExactly(3, 0);
        assertThat(copy.rests()[0]).containsExactly(7);
        assertThat(copy.rests()[1]).isEmpty();
        assertThat(copy.classes()).isSameAs(copy.activities());
    }

    private static List<String> rows(EventBlocks blocks) {
        List<String> rows = new ArrayList<>();
        for (EventColumns block = blocks.next(); block != null; block = blocks.next()) {
            for (int i = 0; i < block.rows(); i++) {
                long startUs = block.startsUs()[i];
                rows.add(block.caseIds()[i] + " " + block.positions()[i] + " " + block.activities()[i] + " "
                        + (startUs == EventColumns.UNKNOWN ? "unknown" : startUs) + " " + block.completesUs()[i]);
            }
        }
        return rows;
    }
}
