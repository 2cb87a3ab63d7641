package com.opsatc.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.input.Origin;
import com.opsatc.telemetry.input.Refusal;
import com.opsatc.telemetry.testing.Otlp;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final Days DAYS = Days.after(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 3), 48);

    @Test
    void refusal_edges_areExact() {
        assertThat(DAYS.refusal(at("2026-03-02T00:00:00Z"), false)).isNull();
        assertThat(DAYS.refusal(at("2026-03-03T23:59:59.999999999Z"), true)).isNull();
        assertThat(DAYS.refusal(at("2026-03-04T00:00:00Z"), false)).isEqualTo(Refusal.NOT_YET);
        assertThat(DAYS.refusal(at("2026-02-28T00:00:00Z"), false)).isNull();
        assertThat(DAYS.refusal(at("2026-02-27T23:59:59.999999999Z"), false)).isEqualTo(Refusal.LATE);
        assertThat(DAYS.refusal(at("2026-03-01T23:59:59.999999999Z"), true)).isEqualTo(Refusal.SEEN_BEFORE);
        assertThat(DAYS.refusal(at("2026-02-27T00:00:00Z"), true)).isEqualTo(Refusal.SEEN_BEFORE);
    }

    @Test
    void day_lateEvent_isTheFirst() {
        assertThat(DAYS.day(at("2026-02-28T12:00:00Z")))
                .isEqualTo((int) LocalDate.of(2026, 3, 2).toEpochDay());
        assertThat(DAYS.day(at("2026-03-03T12:00:00Z")))
                .isEqualTo((int) LocalDate.of(2026, 3, 3).toEpochDay());
    }

    @Test
    void refusal_oneDayAlone_isLateForWhateverIsEarlier() {
        Days alone = Days.upTo(LocalDate.of(2026, 3, 3));

        assertThat(alone.first()).isEqualTo(alone.last());
        assertThat(alone.refusal(at("2026-03-02T23:59:59.999999999Z"), false)).isEqualTo(Refusal.LATE);
        assertThat(alone.refusal(at("2026-03-03T00:00:00Z"), false)).isNull();
    }

    private static Origin at(String time) {
        return new Origin(Otlp.nanos(time), "acme", "");
    }
}
