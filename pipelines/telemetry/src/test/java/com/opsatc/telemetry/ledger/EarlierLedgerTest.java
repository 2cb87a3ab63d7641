package com.opsatc.telemetry.ledger;

import static com.opsatc.telemetry.ledger.EmptyLedger.DAY;
import static com.opsatc.telemetry.ledger.EmptyLedger.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.scope.PlatformScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger of the version that named inputs by plain digests: one day published, one reserved, then brought to this version. */
class EarlierLedgerTest {
    private static final InputName PLAIN = InputName.plain(Sha256.of("input"));
    private static final Map<String, Sha256> VECTORS = Map.of("latency", Sha256.of("l"), "errors", Sha256.of("e"));

    private final LedgerChain earlier = earlier();
    private EmptyLedger ledger;
    private PlatformScope scope;

    @BeforeEach
    void open() {
        ledger = new EmptyLedger(this::fill);
        scope = ledger.scope();
        LedgerAnchor.of(scope).catchUp(new LedgerChain(List.of()));
        LedgerAnchor.of(scope).catchUp(earlier);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void list_afterTheMigration_hasTheSameNamesAndHashes() {
        List<LedgerEntry> entries = PrivacyLedger.list(scope);

        assertThat(entries).extracting(LedgerEntry::inputName).containsOnly(PLAIN);
        assertThat(entries)
                .extracting(LedgerEntry::entrySha256)
                .isEqualTo(
                        earlier.entries().stream().map(LedgerEntry::entrySha256).toList());
        assertThat(ledger.lines())
                .containsExactly(
                        "1 2026-03-01 latency PUBLISHED 1/100",
                        "2 2026-03-01 errors PUBLISHED 3/100",
                        "3 2026-03-02 latency RESERVED 1/100",
                        "4 2026-03-02 errors RESERVED 3/100");
    }

    @Test
    void reserve_dayOfBefore_goesOnWithItsPlainNameAndTheNextDayHasAKeyedOne() {
        Reservation again = PrivacyLedger.reserve(scope, asked(DAY.plusDays(1), PLAIN));
        assertThat(again.undrawn()).isFalse();
        assertThat(again.entries()).isEqualTo(earlier.entries().subList(2, 4));

        PrivacyLedger.noised(scope, DAY.plusDays(1), VECTORS);
        PrivacyLedger.published(scope, DAY.plusDays(1));
        PrivacyLedger.reserve(scope, asked(DAY.plusDays(2)));

        assertThat(ledger.lines())
                .endsWith(
                        "3 2026-03-02 latency PUBLISHED 1/100",
                        "4 2026-03-02 errors PUBLISHED 3/100",
                        "5 2026-03-03 latency RESERVED 1/100",
                        "6 2026-03-03 errors RESERVED 3/100");
        assertThat(PrivacyLedger.list(scope).subList(4, 6))
                .extracting(LedgerEntry::inputName)
                .containsOnly(EmptyLedger.INPUT);
        assertThat(EmptyLedger.INPUT.keyed()).isTrue();
    }

    @Test
    void reserve_dayOfBeforeWithAnotherInputOrAKeyedName_isRefused() {
        for (InputName other : List.of(InputName.plain(Sha256.of("other")), new InputName(PLAIN.hex(), true))) {
            assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(1), other)))
                    .isInstanceOfSatisfying(
                            PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                    .hasMessage("Cannot reserve privacy budget for 2026-03-02: the day is reserved with another input,"
                            + " manifest or list of charges, and is never noised twice; leave it as it is");
        }
    }

    @Test
    void reserve_newDayWithAPlainName_isRefused() {
        assertThatThrownBy(() -> PrivacyLedger.reserve(scope, asked(DAY.plusDays(2), PLAIN)))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage(
                        "Cannot reserve privacy budget for 2026-03-03: its input is named by a plain digest, as only"
                                + " days are that an earlier version charged; name it by its HMAC");
        assertThat(ledger.lines()).hasSize(4);
    }

    private static LedgerChain earlier() {
        LedgerChain first = new LedgerChain(List.of()).with(new LedgerChain(List.of()).next(asked(DAY, PLAIN)));
        return first.with(first.next(asked(DAY.plusDays(1), PLAIN)));
    }

    private void fill(Database database) {
        EarlierSchema.apply(database, "2");
        for (LedgerEntry entry : earlier.entries()) {
            EmptyLedger.execute(
                    database,
                    "INSERT INTO privacy_ledger VALUES (" + entry.sequence() + ", '" + entry.day() + "', '"
                            + entry.blockId() + "', 'RESERVED', "
                            + entry.rho().numerator() + ", " + entry.rho().denominator() + ", '"
                            + entry.inputName().hex() + "', '" + entry.manifestSha256() + "', NULL, '"
                            + entry.reservedAt() + "', '" + entry.entrySha256() + "')");
        }
        String first = " WHERE day = '" + DAY + "'";
        EmptyLedger.execute(
                database,
                "UPDATE privacy_ledger SET state = 'NOISED', vector_sha256 = repeat('a', 64)" + first
                        + "; UPDATE privacy_ledger SET state = 'PUBLISHED'" + first);
    }
}
