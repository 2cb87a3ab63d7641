package com.opsatc.telemetry.ledger;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a release asks of the {@link PrivacyLedger} before it draws noise.
 *
 * @param day the UTC day that the release is about
 * @param inputName names the exact vectors that noise will be added to
 * @param manifestSha256 names the release manifest that the charges follow from
 * @param charges one a block, in the manifest's order, in which the budget is given out; at least one
 * @param annualBudget what all blocks together may cost in any 365 days
 * @param now cut to microseconds, which is what the database keeps
 */
public record NewReservation(
        LocalDate day,
        InputName inputName,
        Sha256 manifestSha256,
        List<Charge> charges,
        Rho annualBudget,
        Instant now) {
    public NewReservation {
        requireNonNull(day, "day");
        requireNonNull(inputName, "inputName");
        requireNonNull(manifestSha256, "manifestSha256");
        requireNonNull(annualBudget, "annualBudget");
        charges = List.copyOf(charges);
        now = now.truncatedTo(ChronoUnit.MICROS);
        if (charges.isEmpty()) {
            throw new IllegalArgumentException("Invalid reservation: expected at least one charge");
        }

        if (charges.stream().map(Charge::blockId).distinct().count() != charges.size()) {
            throw new IllegalArgumentException("Invalid reservation: a block is charged once a day");
        }
    }
}
