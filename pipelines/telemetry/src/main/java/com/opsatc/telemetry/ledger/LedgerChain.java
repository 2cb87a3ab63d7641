package com.opsatc.telemetry.ledger;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The whole privacy ledger, oldest entry first: each follows the one before by number and by hash, which the constructor
 * checks, so that no entry can be altered, left out or put in between. Whether the end is missing is for the {@link
 * LedgerAnchor} to say.
 */
record LedgerChain(List<LedgerEntry> entries) {
    /** The hash before the first entry. */
    static final Sha256 START = new Sha256("0".repeat(64));

    private static final int YEAR_DAYS = 365;

    LedgerChain {
        entries = List.copyOf(entries);
        Sha256 previous = START;
        for (int i = 0; i < entries.size(); i++) {
            LedgerEntry entry = entries.get(i);
            if (entry.sequence() != i + 1L || !entry.entrySha256().equals(entry.link(previous))) {
                throw new PipelineException(
                        ErrorCode.POLICY_REFUSED,
                        "Cannot use the privacy ledger: entry " + (i + 1)
                                + " was altered, removed or put in after it was"
                                + " written; restore the platform database to its last state");
            }

            previous = entry.entrySha256();
        }
    }

    /** How many entries there are, which is the last one's number. */
    long length() {
        return entries.size();
    }

    Optional<LedgerEntry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** The hash after a number of entries that the chain has. */
    Sha256 hashAt(long sequence) {
        return sequence == 0
                ? START
                : entries.get(Math.toIntExact(sequence) - 1).entrySha256();
    }

    /** The blocks of a day, in the order in which they were charged; empty when the day was not reserved. */
    List<LedgerEntry> day(LocalDate day) {
        return entries.stream().filter(entry -> entry.day().equals(day)).toList();
    }

    /** The entries past a number. */
    List<LedgerEntry> past(long sequence) {
        return entries.subList(Math.toIntExact(sequence), entries.size());
    }

    /** All that was ever charged. */
    Rho charged() {
        return sum(day -> true);
    }

    /** What was charged for the 365 days that end with a day. */
    Rho chargedInYearTo(LocalDate day) {
        LocalDate first = day.minusDays(YEAR_DAYS - 1L);
        return sum(each -> !each.isBefore(first) && !each.isAfter(day));
    }

    /**
     * The entries that a new day adds. A block whose charge would bring the 365 days that end with the day above the annual
     * budget is suppressed and not charged; those after it are still tried.
     */
    List<LedgerEntry> next(NewReservation asked) {
        List<LedgerEntry> added = new ArrayList<>();
        Rho spent = chargedInYearTo(asked.day());
        Sha256 previous = hashAt(length());
        for (Charge charge : asked.charges()) {
            Rho would = spent.plus(charge.rho());
            boolean affordable = would.compareTo(asked.annualBudget()) <= 0;
            spent = affordable ? would : spent;
            Rho rho = affordable ? charge.rho() : Rho.ZERO;
            LedgerEntry entry = LedgerEntry.after(previous, length() + added.size() + 1, asked, charge.blockId(), rho);
            added.add(entry);
            previous = entry.entrySha256();
        }

        return List.copyOf(added);
    }

    LedgerChain with(List<LedgerEntry> added) {
        List<LedgerEntry> all = new ArrayList<>(entries);
        all.addAll(added);
        return new LedgerChain(all);
    }

    private Rho sum(Predicate<LocalDate> days) {
        return entries.stream()
                .filter(entry -> days.test(entry.day()))
                .map(LedgerEntry::rho)
                .reduce(Rho.ZERO, Rho::plus);
    }
}
