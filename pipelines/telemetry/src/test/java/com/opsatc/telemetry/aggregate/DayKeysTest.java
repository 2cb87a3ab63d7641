package com.opsatc.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.LeakScan;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayKeysTest {
    @Test
    void key_sameDay_isOneKey_andOtherDaysHaveOthers() {
        CountingKeys fresh = new CountingKeys();
        try (DayKeys keys = DayKeys.open(fresh)) {
            assertThat(keys.key(1)).isSameAs(keys.key(1)).isNotEqualTo(keys.key(2));
            assertThat(fresh.drawn()).isEqualTo(2);
        }
    }

    @Test
    void of_closedKeys_fails() {
        DayKeys keys = DayKeys.open(new CountingKeys());
        assertThat(DayKeys.of(keys.reference())).isSameAs(keys);
        keys.close();

        assertThatThrownBy(() -> DayKeys.of(keys.reference()))
                .hasMessageContaining("they are forgotten, or another process's");
    }

    @Test
    void key_ofAnotherLength_isRefused() {
        try (DayKeys keys = DayKeys.open(() -> new byte[31])) {
            assertThatThrownBy(() -> keys.key(1)).hasMessage("A day key has 32 bytes");
        }
    }

    @Test
    void serialisedStep_holdsNoKey() throws IOException {
        byte[] key = new CountingKeys().get();
        try (DayKeys keys = DayKeys.open(new CountingKeys())) {
            keys.key(20_514);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes)
                    .writeObject(new ReadTenants(
                            SampleManifests.shipped(), Days.upTo(LocalDate.of(2026, 3, 2)), keys.reference()));

            LeakScan scan = new LeakScan(List.of(), List.of()).also("key", key);
            assertThat(scan.hits(key)).isNotEmpty();
            assertThat(scan.hits(bytes.toByteArray())).isEmpty();
            assertThat(scan.hits(keys + keys.reference())).isEmpty();
        }
    }

    @Test
    void pseudonyms_kindsAndParts_areNeverTakenForEachOther() {
        try (DayKeys keys = DayKeys.open(new CountingKeys())) {
            Pseudonyms pseudonyms = new Pseudonyms(keys);

            assertThat(List.of(
                            pseudonyms.tenant(1, "ab"),
                            pseudonyms.tenant(2, "ab"),
                            pseudonyms.user(1, "ab", ""),
                            pseudonyms.user(1, "a", "b"),
                            pseudonyms.user(1, "", "ab")))
                    .doesNotHaveDuplicates();
            assertThat(pseudonyms.user(1, "a", "b")).isEqualTo(new Pseudonyms(keys).user(1, "a", "b"));
        }
    }
}
