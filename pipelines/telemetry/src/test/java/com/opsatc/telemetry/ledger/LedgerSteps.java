package com.opsatc.telemetry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.tenancy.scope.PlatformScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Takes the days of a ledger from state to state. */
record LedgerSteps(PlatformScope scope) {
    static final Map<String, Sha256> VECTORS =
            Map.of("latency", Sha256.of("latency vector"), "errors", Sha256.of("errors vector"));

    void bring(LocalDate day, State state) {
        switch (state) {
            case NOISED -> step(day, State.NOISED);
            case PUBLISHED -> {
                step(day, State.NOISED);
                step(day, State.PUBLISHED);
            }
            case LOST -> step(day, State.LOST);
            case RESERVED, SUPPRESSED_BUDGET -> assertThat(states(day)).contains(state);
        }
    }

    void step(LocalDate day, State to) {
        switch (to) {
            case NOISED -> PrivacyLedger.noised(scope, day, VECTORS);
            case PUBLISHED -> PrivacyLedger.published(scope, day);
            case LOST -> PrivacyLedger.lost(scope, day);
            case RESERVED, SUPPRESSED_BUDGET -> throw new IllegalArgumentException("no step leads there");
        }
    }

    List<State> states(LocalDate day) {
        return PrivacyLedger.list(scope).stream()
                .filter(entry -> entry.day().equals(day))
                .map(LedgerEntry::state)
                .toList();
    }

    static void assertRefused(Runnable use, String message) {
        assertThatThrownBy(use::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage(message);
    }
}
