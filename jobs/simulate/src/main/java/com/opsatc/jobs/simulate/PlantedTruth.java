package com.opsatc.jobs.simulate;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.simulate.extract.DeliveryFaults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What one simulation planted and what its extracts must come to; it is written away from the extracts and no run reads it.
 *
 * @param asOf the logical date of a run over the extracts
 * @param otifStep null in a control, like {@code slowEdge}
 * @param injectedTexts instructions: one stands in text columns of both systems, one is part of a file's name
 * @param personCanaries how every value of a column that names a person begins
 */
public record PlantedTruth(
        TenantId tenant,
        long seed,
        String zone,
        LocalDate from,
        LocalDate asOf,
        Otif otifStep,
        Edge slowEdge,
        List<Clock> clockChanges,
        DeliveryFaults orderFaults,
        DeliveryFaults ticketFaults,
        List<String> injectedTexts,
        List<String> personCanaries,
        Expectations expectations) {
    public PlantedTruth {
        requireNonNull(tenant, "tenant");
        requireNonNull(zone, "zone");
        requireNonNull(from, "from");
        requireNonNull(asOf, "asOf");
        clockChanges = List.copyOf(clockChanges);
        requireNonNull(orderFaults, "orderFaults");
        requireNonNull(ticketFaults, "ticketFaults");
        injectedTexts = List.copyOf(injectedTexts);
        personCanaries = List.copyOf(personCanaries);
        requireNonNull(expectations, "expectations");
    }

    /** On-time-in-full falls: shares of lines due before {@code from} and since. */
    public record Otif(LocalDate from, String kind, BigDecimal before, BigDecimal after) {}

    /** A step takes a multiple of its time from a date on: medians of the gaps that end before it and since. */
    public record Edge(
            String process, String from, String to, LocalDate since, BigDecimal factor, long beforeUs, long afterUs) {}

    /** Local times at which the clocks changed, before and after. */
    public record Clock(LocalDateTime before, LocalDateTime after) {}

    public boolean control() {
        return otifStep == null;
    }

    public byte[] toJson() {
        return CanonicalJson.write(this);
    }

    public static PlantedTruth ofJson(byte[] json) {
        return CanonicalJson.read(json, PlantedTruth.class);
    }
}
