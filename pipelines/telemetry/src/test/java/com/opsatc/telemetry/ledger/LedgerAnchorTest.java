package com.opsatc.telemetry.ledger;

import static com.opsatc.telemetry.ledger.EmptyLedger.DAY;
import static com.opsatc.telemetry.ledger.EmptyLedger.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyLedger.Extension.class)
class LedgerAnchorTest {
    private static final String RESTORE =
            "; restore the last state of home and database together. If it is lost for good,"
                    + " removing the anchor starts a new budget on top of what was spent: for whoever answers for privacy to decide";
    private static final Map<String, Sha256> VECTORS = Map.of("latency", Sha256.of("l"), "errors", Sha256.of("e"));

    private final EmptyLedger ledger;
    private final PlatformScope scope;

    LedgerAnchorTest(EmptyLedger ledger) {
        this.ledger = ledger;
        scope = ledger.scope();
    }

    @Test
    void reserve_done_leavesTheWholeLedgersEndBesideTheRootKey() throws IOException {
        PrivacyLedger.reserve(scope, asked(DAY));
        List<LedgerEntry> entries =
                PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))).entries();
        assertThat(ledger.anchorText())
                .matches("opsatc privacy anchor 1\nkey " + scope.keyId() + "\nsequence 4\nentry "
                        + entries.get(1).entrySha256() + "\nday 2026-03-02\nrho 2/25\nmac [0-9a-f]{64}\n");
        assertThat(ledger.anchor().getParent()).isEqualTo(ledger.rootKey().getParent());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger.anchor())))
                .isEqualTo("rw-------");
    }

    @Test
    void reserve_killedBetweenCommitAndAnchor_isTakenUpAsUndrawnOnce() {
        PrivacyLedger.reserve(scope, asked(DAY));
        String before = ledger.anchorText();
        PrivacyLedger.reserve(scope, asked(DAY.plusDays(1)));
        String after = ledger.anchorText();
        ledger.putAnchor(before);
        assertRefused(
                "another input",
                () -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1), EmptyLedger.mac("other input"))));
        ledger.putAnchor(before);
        Reservation again = PrivacyLedger.reserve(scope, asked(DAY.plusDays(1)));
        assertThat(again.undrawn())
                .as("no noise is drawn before the anchor moves")
                .isTrue();
        assertThat(ledger.anchorText()).isEqualTo(after);
        assertThat(PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))).undrawn())
                .isFalse();
        assertThat(PrivacyLedger.reserve(scope, asked(DAY)).undrawn()).isFalse();
        assertThat(ledger.lines()).hasSize(4);
    }

    @Test
    void reserve_killedBeforeTheFirstCommit_startsAnew() {
        PrivacyLedger.reserve(scope, asked(DAY));
        ledger.restore("DELETE FROM privacy_ledger");
        ledger.putAnchor("");
        assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY)))
                .hasMessageContaining("cannot be authenticated");
        assertThat(ledger.anchor().toFile().delete()).isTrue();
        assertRefused("the day is not reserved", () -> PrivacyLedger.lost(scope, DAY));
        assertThat(ledger.anchorText())
                .as("an anchor of nothing, as a reservation writes before it commits")
                .startsWith("opsatc privacy anchor 1\nkey " + scope.keyId() + "\nsequence 0\nentry " + "0".repeat(64)
                        + "\nday none\nrho 0/1\nmac ");
        assertThat(PrivacyLedger.reserve(scope, asked(DAY)).undrawn()).isTrue();
    }

    @Test
    void reserve_killedAtItsFirstCommit_isTakenUp() {
        assertRefused("the day is not reserved", () -> PrivacyLedger.lost(scope, DAY));
        String nothing = ledger.anchorText();
        PrivacyLedger.reserve(scope, asked(DAY));
        ledger.putAnchor(nothing);
        assertThat(PrivacyLedger.reserve(scope, asked(DAY)).undrawn()).isTrue();
    }

    @Test
    void verify_killedBetweenCommitAndAnchor_leavesTheDayUndrawn() {
        PrivacyLedger.verify(scope);
        assertThat(ledger.anchor()).doesNotExist();
        PrivacyLedger.reserve(scope, asked(DAY));
        String before = ledger.anchorText();
        PrivacyLedger.reserve(scope, asked(DAY.plusDays(1)));
        ledger.putAnchor(before);

        PrivacyLedger.verify(scope);

        assertThat(ledger.anchorText()).isEqualTo(before);
        assertThat(PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))).undrawn())
                .isTrue();
    }

    @Test
    void verify_ledgerThatLostADay_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        ledger.restore("DELETE FROM privacy_ledger");

        assertRefused("but the ledger ends at entry 0", () -> PrivacyLedger.verify(scope));
    }

    @Test
    void lost_killedBetweenCommitAndAnchor_movesTheAnchorFirst() {
        PrivacyLedger.reserve(scope, asked(DAY));
        String before = ledger.anchorText();
        PrivacyLedger.reserve(scope, asked(DAY.plusDays(1)));
        ledger.putAnchor(before);
        PrivacyLedger.lost(scope, DAY.plusDays(1));
        assertThat(ledger.anchorText()).contains("\nsequence 4\n");
        assertThat(PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))).undrawn())
                .isFalse();
    }

    @Test
    void use_databaseRestoredToAnEarlierDay_isRefusedUntilItsLastStateIsBack() {
        PrivacyLedger.reserve(scope, asked(DAY));
        ledger.execute("CREATE TABLE backup AS SELECT * FROM privacy_ledger");
        PrivacyLedger.reserve(scope, asked(DAY.plusDays(1)));
        ledger.execute("CREATE TABLE latest AS SELECT * FROM privacy_ledger");
        String message = "Cannot use the privacy ledger with its anchor " + ledger.anchor()
                + ": the anchor knows 4 entries until 2026-03-02 with rho 2/25 in all, but the ledger ends at entry 2: the"
                + " home or its database was deleted, replaced or restored to an earlier state" + RESTORE;
        ledger.restore("DELETE FROM privacy_ledger; INSERT INTO privacy_ledger SELECT * FROM backup");
        assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))))
                .hasMessage(message);
        assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(2))))
                .hasMessage(message);
        assertThatThrownBy(() -> PrivacyLedger.noised(scope, DAY, VECTORS)).hasMessage(message);
        assertThatThrownBy(() -> PrivacyLedger.published(scope, DAY)).hasMessage(message);
        assertThatThrownBy(() -> PrivacyLedger.lost(scope, DAY)).hasMessage(message);
        ledger.restore("DELETE FROM privacy_ledger");
        assertRefused("but the ledger ends at entry 0", () -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(2))));
        ledger.restore("INSERT INTO privacy_ledger SELECT * FROM latest");
        assertThat(PrivacyLedger.reserve(scope, asked(DAY.plusDays(2))).undrawn())
                .isTrue();
    }

    @Test
    void use_databaseRestoredToAnEarlierStateOfTheSameDay_drawsNoSecondTime() {
        PrivacyLedger.reserve(scope, asked(DAY));
        ledger.execute("CREATE TABLE backup AS SELECT * FROM privacy_ledger");
        PrivacyLedger.noised(scope, DAY, VECTORS);
        PrivacyLedger.published(scope, DAY);
        ledger.restore("DELETE FROM privacy_ledger; INSERT INTO privacy_ledger SELECT * FROM backup");
        Reservation again = PrivacyLedger.reserve(scope, asked(DAY));
        assertThat(again.undrawn()).isFalse();
        assertThat(again.entries()).extracting(LedgerEntry::state).containsOnly(State.RESERVED);
    }

    @Test
    void use_databaseOfAnotherLedger_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY, EmptyLedger.mac("other input")));
        ledger.execute("CREATE TABLE other AS SELECT * FROM privacy_ledger");
        ledger.restore("DELETE FROM privacy_ledger");
        assertThat(ledger.anchor().toFile().delete()).isTrue();
        PrivacyLedger.reserve(scope, asked(DAY));
        ledger.restore("DELETE FROM privacy_ledger; INSERT INTO privacy_ledger SELECT * FROM other");
        assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))))
                .hasMessage("Cannot use the privacy ledger with its anchor " + ledger.anchor()
                        + ": the anchor knows 2 entries until 2026-03-01 with rho 1/25 in all, but the ledger's entry 2 is"
                        + " another one: the home or its database was replaced" + RESTORE);
    }

    @Test
    void use_chargeLoweredInTheDatabase_isRefusedEvenForReading() {
        PrivacyLedger.reserve(scope, asked(DAY));
        ledger.restore("UPDATE privacy_ledger SET rho_numerator = 1, rho_denominator = 1000 WHERE sequence = 2");
        assertRefused("entry 2 was altered", () -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))));
        assertRefused("entry 2 was altered", () -> PrivacyLedger.spent(scope, DAY));
        assertRefused("entry 2 was altered", () -> PrivacyLedger.list(scope));
    }

    @Test
    void use_anchorMissing_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        assertThat(ledger.anchor().toFile().delete()).isTrue();
        assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY)))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage("Cannot use the privacy ledger with its anchor " + ledger.anchor()
                        + ": the ledger has 2 entries, but the anchor is missing; put it back from where this"
                        + " installation's root key was before");
        assertThat(ledger.anchor()).doesNotExist();
    }

    @Test
    void use_anchorAlteredAnywhere_isRefused() throws IOException {
        PrivacyLedger.reserve(scope, asked(DAY));
        String good = ledger.anchorText();
        for (int i = 0; i < good.length(); i += 7) {
            char other = good.charAt(i) == '1' ? '2' : '1';
            putAndRefuse(good.substring(0, i) + other + good.substring(i + 1));
        }

        putAndRefuse("");
        putAndRefuse(good.substring(0, good.length() - 1));
        putAndRefuse(good + "\n");
        putAndRefuse(good.substring(0, good.indexOf("mac ")));
        putAndRefuse("x".repeat(1 << 17));
        Path elsewhere = Files.writeString(ledger.rootKey().resolveSibling("elsewhere"), good);
        Files.delete(ledger.anchor());
        Files.createSymbolicLink(ledger.anchor(), elsewhere);
        assertRefused("cannot be authenticated", () -> PrivacyLedger.reserve(scope, asked(DAY)));
        Files.delete(ledger.anchor());
        ledger.putAnchor(good);
        assertThat(PrivacyLedger.reserve(scope, asked(DAY)).undrawn()).isFalse();
    }

    @Test
    void use_anchorRestoredToBeforeNoise_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        String before = ledger.anchorText();
        PrivacyLedger.reserve(scope, asked(DAY.plusDays(1)));
        PrivacyLedger.noised(scope, DAY.plusDays(1), VECTORS);
        ledger.putAnchor(before);
        assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(2))))
                .hasMessage("Cannot use the privacy ledger with its anchor " + ledger.anchor()
                        + ": the anchor knows 2 entries until 2026-03-01 with rho 1/25 in all, but later entries have"
                        + " noise: the anchor was restored to an earlier state; restore its last one");
    }

    @Test
    void use_anotherHomeWithTheSameRootKey_isRefused() {
        try (Tenancy second = ledger.open("second");
                PlatformScope other = EmptyLedger.scope(second, Purpose.RUN)) {
            PrivacyLedger.reserve(scope, asked(DAY));
            assertThatThrownBy(() -> PrivacyLedger.reserve(other, asked(DAY)))
                    .hasMessage("Cannot use the privacy ledger with its anchor " + ledger.anchor()
                            + ": the anchor was written with another platform key: the home was replaced, or another home"
                            + " uses this root key too; restore the home that the anchor belongs to, or give this one a"
                            + " root key of its own");
        }
    }

    @Test
    void openPlatform_homeThatWasDeletedAndMadeAgain_isRefused() {
        PrivacyLedger.reserve(scope, asked(DAY));
        try (Tenancy again = ledger.open("made-again")) {
            assertThatThrownBy(() -> EmptyLedger.scope(again, Purpose.RUN))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                    .hasMessage("Cannot open the platform's data: the home has no platform key, but the anchor "
                            + ledger.anchor() + " was written with one: the home was deleted or replaced" + RESTORE);
            assertThat(again.home().keys().resolve("opsatc-platform.salt"))
                    .as("no new key is made in its place")
                    .doesNotExist();
        }
    }

    private void putAndRefuse(String anchor) {
        ledger.putAnchor(anchor);
        assertRefused(
                "Cannot use the privacy ledger with its anchor " + ledger.anchor() + ": the anchor ",
                () -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1))));
    }

    private static void assertRefused(String part, Runnable use) {
        assertThatThrownBy(use::run)
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessageContaining(part);
    }
}
