package com.opsatc.process.run.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.RunManifest.Input;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.run.input.SourceFilesSeen.Lying;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InputHistoryTest {
    @Test
    void now_otherBytesUnderTheName_replaceTheEarlierUntilTheyLieSomewhereAgain() {
        List<Input> known = List.of(input("one", "log.csv", null, null), input("two", "log.csv", null, null));

        List<Input> replaced = now(known, List.of(file("log.csv", "two", null)));
        List<Input> renamed =
                now(replaced, List.of(file("log.csv", "two", null), file("log_january.csv", "one", null)));
        List<Input> gone = now(replaced, List.of());

        assertThat(replaced)
                .containsExactlyInAnyOrder(input("one", "log.csv", null, "two"), input("two", "log.csv", null, null));
        assertThat(renamed)
                .containsExactlyInAnyOrder(
                        input("one", "log_january.csv", null, null), input("two", "log.csv", null, null));
        assertThat(gone).containsExactlyInAnyOrderElementsOf(replaced);
    }

    @Test
    void unreplaced_whereWhatReplacedItIsWithdrawn_countsAgain() {
        Input replaced = input("one", "log.csv", null, "two");

        assertThat(InputHistory.unreplaced(replaced, Set.of(Sha256.of("two"))))
                .isEqualTo(input("one", "log.csv", null, null));
        assertThat(InputHistory.unreplaced(replaced, Set.of(Sha256.of("three"))))
                .isEqualTo(replaced);
    }

    @Test
    void now_copiesUnderDatedNamesSeenInAnyOrder_knowTheLatestDate() {
        List<Lying> copies = new ArrayList<>(List.of(
                file("a_1.csv", "one", "2026-01-09T00:00:00"),
                file("b_2.csv", "one", "2026-01-12T00:00:00"),
                file("c_3.csv", "one", null),
                file("d_4.csv", "one", "2026-01-11T00:00:00")));
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(copies, random);
            List<Input> inputs = List.of(input("one", copies.get(0).name(), null, null));
            for (Lying copy : copies) {
                inputs = now(inputs, List.of(copy));
            }

            assertThat(inputs.get(0).delivered()).isEqualTo("2026-01-12T00:00:00");
        }
    }

    /** What is known of some inputs of a source in which these files lie. */
    private static List<Input> now(List<Input> known, List<Lying> lying) {
        return known.stream().map(input -> InputHistory.now(input, lying)).toList();
    }

    private static Lying file(String name, String content, String delivered) {
        return new Lying(name, Sha256.of(content), delivered);
    }

    private static Input input(String content, String name, String delivered, String replacedBy) {
        return new Input(
                "log",
                "events",
                Sha256.of(content),
                name,
                delivered,
                replacedBy == null ? null : Sha256.of(replacedBy),
                1,
                1);
    }
}
