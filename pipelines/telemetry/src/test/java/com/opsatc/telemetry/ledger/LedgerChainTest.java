package com.opsatc.telemetry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.ledger.LedgerEntry.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerChainTest {
    private static final LocalDate DAY = EmptyLedger.DAY;
    private static final LedgerChain EMPTY = new LedgerChain(List.of());

    @Test
    void next_sumEqualToTheBudget_isChargedAndTheLeastMoreIsNot() {
        Rho third = Rho.of(1, 3);
        Rho sixth = Rho.of(1, 6);
        assertThat(charged(next(EMPTY, DAY, Rho.of(1, 2), third, sixth))).containsExactly("a 1/3", "b 1/6");
        Rho least = Rho.of(1, 1_000_000_000_000_000_000L);
        assertThat(charged(next(EMPTY, DAY, Rho.of(1, 2), third, sixth.plus(least))))
                .containsExactly("a 1/3", "b suppressed");
        assertThat(charged(next(EMPTY, DAY, Rho.of(1, 2), third, sixth, least)))
                .containsExactly("a 1/3", "b 1/6", "c suppressed");
    }

    @Test
    void next_blockTooDear_leavesTheBudgetToThoseAfterIt() {
        assertThat(charged(next(EMPTY, DAY, Rho.of(3, 10), Rho.of(1, 10), Rho.of(1, 4), Rho.of(1, 5))))
                .containsExactly("a 1/10", "b suppressed", "c 1/5");
    }

    @Test
    void next_chargeOf365DaysAgo_isNotCountedButThatOf364DaysAgoIs() {
        LedgerChain full = EMPTY.with(next(EMPTY, DAY, Rho.of(1, 1), Rho.of(1, 1)));
        assertThat(full.chargedInYearTo(DAY.minusDays(1))).isEqualTo(Rho.ZERO);
        assertThat(full.chargedInYearTo(DAY)).isEqualTo(Rho.of(1, 1));
        assertThat(full.chargedInYearTo(DAY.plusDays(364))).isEqualTo(Rho.of(1, 1));
        assertThat(full.chargedInYearTo(DAY.plusDays(365))).isEqualTo(Rho.ZERO);
        assertThat(charged(next(full, DAY.plusDays(364), Rho.of(1, 1), Rho.of(1, 10_000))))
                .containsExactly("a suppressed");
        assertThat(charged(next(full, DAY.plusDays(365), Rho.of(1, 1), Rho.of(1, 1))))
                .containsExactly("a 1/1");
        assertThat(full.charged()).isEqualTo(Rho.of(1, 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void next_manyRandomDays_neverExceedsTheBudgetInAny365Days(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LedgerChain chain = EMPTY;
        LocalDate day = DAY;
        for (int i = 0; i < 150; i++) {
            day = day.plusDays(1 + random.nextInt(12));
            Rho[] rhos = {Rho.of(1 + random.nextInt(30), 1000), Rho.of(1 + random.nextInt(30), 1000), Rho.of(1, 1000)};
            chain = chain.with(next(chain, day, Rho.of(1, 1), rhos));
        }

        Map<LocalDate, Long> thousandths = new TreeMap<>();
        for (LedgerEntry entry : chain.entries()) {
            long parts = entry.rho().numerator().longValueExact()
                    * (1000 / entry.rho().denominator().longValueExact());
            thousandths.merge(entry.day(), parts, Long::sum);
            assertThat(entry.state()).isEqualTo(parts == 0 ? State.SUPPRESSED_BUDGET : State.RESERVED);
        }

        long most = 0;
        for (LocalDate last : thousandths.keySet()) {
            long sum = thousandths.entrySet().stream()
                    .filter(each -> Math.abs(2 * (each.getKey().toEpochDay() - last.toEpochDay()) + 364) <= 364)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            most = Math.max(most, sum);
        }

        assertThat(most).as("thousandths in the dearest year").isEqualTo(1000);
    }

    @Test
    void construct_anyFixedFieldAltered_isRefused() {
        List<LedgerEntry> good = chain().entries();
        LedgerEntry second = good.get(1);
        for (LedgerEntry forged : List.of(
                with(second, second.sequence(), DAY.plusDays(1), "b", State.RESERVED, second.rho(), "i", "m", 0),
                with(second, second.sequence(), DAY, "x", State.RESERVED, second.rho(), "i", "m", 0),
                with(second, second.sequence(), DAY, "b", State.SUPPRESSED_BUDGET, second.rho(), "i", "m", 0),
                with(second, second.sequence(), DAY, "b", State.RESERVED, Rho.of(1, 1000), "i", "m", 0),
                with(second, second.sequence(), DAY, "b", State.RESERVED, second.rho(), "x", "m", 0),
                with(second, second.sequence(), DAY, "b", State.RESERVED, second.rho(), "i", "x", 0),
                with(second, second.sequence(), DAY, "b", State.RESERVED, second.rho(), "i", "m", 1),
                with(second, 3, DAY, "b", State.RESERVED, second.rho(), "i", "m", 0))) {
            assertRefused(List.of(good.get(0), forged, good.get(2)), 2);
        }
    }

    @Test
    void construct_entriesMissingMovedOrRepeated_isRefused() {
        List<LedgerEntry> good = chain().entries();
        assertRefused(List.of(good.get(1), good.get(2)), 1);
        assertRefused(List.of(good.get(0), good.get(2)), 2);
        assertRefused(List.of(good.get(1), good.get(0), good.get(2)), 1);
        assertRefused(List.of(good.get(0), good.get(0)), 2);
        assertThat(new LedgerChain(good.subList(0, 2)).length())
                .as("a missing end is for the anchor to see")
                .isEqualTo(2);
    }

    @Test
    void construct_numberLeftOutAlthoughTheHashesFollow_isRefused() {
        LedgerEntry first = chain().entries().get(0);
        NewReservation asked = EmptyLedger.asked(DAY.plusDays(1));
        LedgerEntry third = LedgerEntry.after(first.entrySha256(), 3, asked, "b", Rho.of(1, 100));
        assertRefused(List.of(first, third), 2);
    }

    @Test
    void construct_progressOfAState_isFreeOfTheHash() {
        LedgerEntry last = chain().entries().get(2);
        LedgerEntry published = new LedgerEntry(
                last.sequence(),
                last.day(),
                last.blockId(),
                State.PUBLISHED,
                last.rho(),
                last.inputName(),
                last.manifestSha256(),
                Sha256.of("vector"),
                last.reservedAt(),
                last.entrySha256());
        List<LedgerEntry> moved = new ArrayList<>(chain().entries().subList(0, 2));
        moved.add(published);
        assertThat(new LedgerChain(moved).last()).contains(published);
    }

    private static LedgerChain chain() {
        List<Charge> charges = List.of(
                new Charge("a", Rho.of(1, 100)), new Charge("b", Rho.of(2, 100)), new Charge("c", Rho.of(3, 100)));
        return EMPTY.with(EMPTY.next(new NewReservation(
                DAY, EmptyLedger.mac("i"), Sha256.of("m"), charges, Rho.of(1, 1), EmptyLedger.AFTER)));
    }

    private static LedgerEntry with(
            LedgerEntry entry,
            long sequence,
            LocalDate day,
            String block,
            State state,
            Rho rho,
            String input,
            String manifest,
            long laterSeconds) {
        return new LedgerEntry(
                sequence,
                day,
                block,
                state,
                rho,
                EmptyLedger.mac(input),
                Sha256.of(manifest),
                null,
                entry.reservedAt().plusSeconds(laterSeconds),
                entry.entrySha256());
    }

    private static void assertRefused(List<LedgerEntry> entries, int culprit) {
        assertThatThrownBy(() -> new LedgerChain(entries))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessage(
                        "Cannot use the privacy ledger: entry " + culprit + " was altered, removed or put in after it"
                                + " was written; restore the platform database to its last state");
    }

    private static List<LedgerEntry> next(LedgerChain chain, LocalDate day, Rho budget, Rho... rhos) {
        List<Charge> charges = new ArrayList<>();
        for (Rho rho : rhos) {
            charges.add(new Charge("abc".substring(charges.size(), charges.size() + 1), rho));
        }

        return chain.next(
                new NewReservation(day, EmptyLedger.INPUT, EmptyLedger.MANIFEST, charges, budget, EmptyLedger.AFTER));
    }

    private static List<String> charged(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> entry.blockId() + " " + (entry.state().charged() ? entry.rho() : "suppressed"))
                .toList();
    }
}
