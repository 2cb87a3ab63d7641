package com.opsatc.telemetry.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadCountsTest {
    @Test
    void counts_pointsThatVanish_areRefused() {
        assertThatThrownBy(() -> new ReadCounts(1, 1, 3, 1, new TreeMap<>(Map.of(Refusal.LATE, 1L))))
                .hasMessage("Invalid counts: what was read is not what was used and refused");
        assertThatThrownBy(() -> new ReadCounts(1, 1, 1, 1, new TreeMap<>(Map.of(Refusal.LATE, 0L))))
                .hasMessage("Invalid counts: a reason stands with at least 1");
        assertThatThrownBy(() -> new ReadCounts(1, 1, 0, 0, new TreeMap<>(Map.of(Refusal.LINE_MALFORMED, 2L))))
                .hasMessage("Invalid counts: what was read is not what was used and refused");
    }

    @Test
    void plus_counts_addsEveryReason() {
        ReadCounts left = new ReadCounts(1, 2, 3, 2, new TreeMap<>(Map.of(Refusal.LATE, 1L)));
        ReadCounts right = new ReadCounts(1, 1, 2, 0, new TreeMap<>(Map.of(Refusal.LATE, 1L, Refusal.NOT_YET, 1L)));

        assertThat(left.plus(right))
                .isEqualTo(new ReadCounts(2, 3, 5, 2, new TreeMap<>(Map.of(Refusal.LATE, 2L, Refusal.NOT_YET, 1L))))
                .isEqualTo(right.plus(left));
        assertThat(left.plus(ReadCounts.NONE)).isEqualTo(left);
    }

    @Test
    void json_counts_areReadAsTheyWere() {
        ReadCounts counts = new ReadCounts(1, 2, 3, 2, new TreeMap<>(Map.of(Refusal.LATE, 1L)));
        byte[] json = CanonicalJson.write(counts);

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"files\":1,\"lines\":2,\"points\":3,\"points_used\":2,\"refused\":{\"LATE\":1}}");
        assertThat(CanonicalJson.read(json, ReadCounts.class)).isEqualTo(counts);
    }
}
