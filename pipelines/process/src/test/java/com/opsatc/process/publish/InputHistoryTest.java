package com.opsatc.process.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.RunManifest.Input;
import com.opsatc.contract.Sha256;
import com.opsatc.process.admit.SourceSpec;
import com.opsatc.process.publish.SourceFilesSeen.Lying;
import com.opsatc.process.testing.RealData;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InputHistoryTest {
    private static final SourceSpec SOURCE = new SourceSpec(
            "log", Connectors.load(RealData.conf()).require("generic/xes"), Path.of("/"), ZoneOffset.UTC, Map.of());

    @Test
    void of_otherBytesUnderTheName_replaceTheEarlierUntilTheyLieSomewhereAgain() {
        List<Input> known = List.of(input("one", "log.csv", null, null), input("two", "log.csv", null, null));

        List<Input> replaced = InputHistory.of(known, List.of(lying(file("log.csv", "two", null))));
        List<Input> renamed = InputHistory.of(
                replaced, List.of(lying(file("log.csv", "two", null), file("log_january.csv", "one", null))));
        List<Input> gone = InputHistory.of(replaced, List.of(lying()));

        assertThat(replaced)
                .containsExactlyInAnyOrder(input("one", "log.csv", null, "two"), input("two", "log.csv", null, null));
        assertThat(renamed)
                .containsExactlyInAnyOrder(
                        input("one", "log_january.csv", null, null), input("two", "log.csv", null, null));
        assertThat(gone).containsExactlyInAnyOrderElementsOf(replaced);
    }

    @Test
    void of_copiesUnderDatedNamesSeenInAnyOrder_knowTheLatestDate() {
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
                inputs = InputHistory.of(inputs, List.of(lying(copy)));
            }

            assertThat(inputs.get(0).delivered()).isEqualTo("2026-01-12T00:00:00");
        }
    }

    private static SourceFilesSeen lying(Lying... files) {
        return new SourceFilesSeen(SOURCE, List.of(), List.of(), List.of(), List.of(files));
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
