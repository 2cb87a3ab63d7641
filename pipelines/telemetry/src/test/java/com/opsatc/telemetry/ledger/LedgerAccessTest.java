package com.opsatc.telemetry.ledger;

import static com.opsatc.telemetry.ledger.EmptyLedger.DAY;
import static com.opsatc.telemetry.ledger.EmptyLedger.asked;
import static com.opsatc.telemetry.ledger.LedgerSteps.VECTORS;
import static com.opsatc.telemetry.ledger.LedgerSteps.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Hex;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may change the ledger: a writing scope that is open, and nobody beside it. */
@ExtendWith(EmptyLedger.Extension.class)
class LedgerAccessTest {
    private final EmptyLedger ledger;
    private final PlatformScope scope;

    LedgerAccessTest(EmptyLedger ledger) {
        this.ledger = ledger;
        scope = ledger.scope();
    }

    @Test
    void change_readingScope_isRefusedAndMayRead() {
        PrivacyLedger.reserve(scope, asked(DAY));
        try (PlatformScope read = EmptyLedger.scope(ledger.tenancy(), Purpose.READ)) {
            assertRefused(
                    () -> PrivacyLedger.reserve(read, asked(DAY)),
                    "Cannot reserve privacy budget for the platform: the scope's purpose is READ, which may not write");
            assertRefused(
                    () -> PrivacyLedger.lost(read, DAY),
                    "Cannot record that 2026-03-01 is LOST for the platform: the scope's purpose is READ, which may not"
                            + " write");
            assertThat(PrivacyLedger.list(read)).isEqualTo(PrivacyLedger.list(scope));
        }
    }

    @Test
    void use_closedScope_fails() {
        scope.close();
        for (Runnable use : List.<Runnable>of(
                () -> PrivacyLedger.reserve(scope, asked(DAY)),
                () -> PrivacyLedger.lost(scope, DAY),
                () -> PrivacyLedger.list(scope),
                () -> PrivacyLedger.spent(scope, DAY))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The platform's scope is closed");
        }
    }

    @Test
    void table_statementsOfOthers_cannotTakeAnythingBack() {
        PrivacyLedger.reserve(scope, asked(DAY));
        PrivacyLedger.noised(scope, DAY, VECTORS);
        List<LedgerEntry> before = PrivacyLedger.list(scope);
        String columns = "day, block_id, state, rho_numerator, rho_denominator, input_mac, manifest_sha256,"
                + " vector_sha256, reserved_at, entry_sha256";
        List<String> statements = new ArrayList<>(List.of(
                "DELETE FROM privacy_ledger WHERE sequence = 2",
                "TRUNCATE privacy_ledger",
                "UPDATE privacy_ledger SET state = 'RESERVED', vector_sha256 = NULL",
                "UPDATE privacy_ledger SET state = 'NOISED', vector_sha256 = repeat('a', 64)",
                "UPDATE privacy_ledger SET state = 'PUBLISHED', vector_sha256 = repeat('a', 64)",
                "UPDATE privacy_ledger SET state = 'LOST', vector_sha256 = NULL",
                "UPDATE privacy_ledger SET state = 'SUPPRESSED_BUDGET', rho_numerator = 0",
                "INSERT INTO privacy_ledger (sequence, " + columns + ") SELECT 3, day + 1, block_id, state,"
                        + " rho_numerator, rho_denominator, input_mac, manifest_sha256, vector_sha256, reserved_at,"
                        + " entry_sha256 FROM privacy_ledger WHERE sequence = 2"));
        for (String assignment : List.of(
                "sequence = sequence + 10",
                "day = day - 400",
                "block_id = block_id || 'x'",
                "rho_numerator = 1, rho_denominator = 1000",
                "rho_denominator = 1000",
                "input_mac = repeat('a', 64)",
                "keyed = NOT keyed",
                "manifest_sha256 = repeat('a', 64)",
                "reserved_at = reserved_at - interval '1 day'",
                "entry_sha256 = repeat('a', 64)")) {
            statements.add("UPDATE privacy_ledger SET state = 'PUBLISHED', " + assignment);
        }

        for (String statement : statements) {
            assertThatThrownBy(() -> ledger.execute(statement))
                    .as(statement)
                    .hasMessageContaining("the database answered SQL state P0001");
        }

        String again = "INSERT INTO privacy_ledger (sequence, " + columns + ") SELECT 3, day, block_id, 'RESERVED',"
                + " rho_numerator, rho_denominator, input_mac, manifest_sha256, NULL, reserved_at, entry_sha256 FROM"
                + " privacy_ledger WHERE sequence = 2";
        assertThatThrownBy(() -> ledger.execute(again))
                .as("a block twice a day")
                .hasMessageContaining("the database answered SQL state 23505");
        assertThat(PrivacyLedger.list(scope)).isEqualTo(before);
    }

    @Test
    void doors_ofTheLedger_takeThePlatformsScope() {
        assertThat(Arrays.stream(PrivacyLedger.class.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers())))
                .hasSize(7)
                .allMatch(method -> List.of(method.getParameterTypes()).contains(PlatformScope.class));
    }

    @Test
    void anchor_written_holdsNoKey() {
        PrivacyLedger.reserve(scope, asked(DAY));

        for (String purpose : List.of("privacy-anchor", "privacy-input", "telemetry")) {
            assertThat(ledger.anchorText()).doesNotContain(Hex.encode(scope.lend(purpose, byte[]::clone)));
        }
    }
}
