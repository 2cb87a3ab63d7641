package com.opsatc.jobs.simulate;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.simulate.draw.Draws;
import com.opsatc.jobs.simulate.plant.ClockChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The two tenants of the demo: a maker with many orders, and a service firm with many tickets. */
public final class DemoTenants {
    private static final int FIRST_YEAR = 2023;
    private static final int YEARS = 3;

    /** So that a name a user chooses is free. */
    private static final String PREFIX = "demo-";

    private DemoTenants() {}

    public static List<SimulationPlan> of(long seed) {
        return of(seed, true);
    }

    /** The same tenants with nothing planted: what is found there is false. */
    public static List<SimulationPlan> control(long seed) {
        return of(seed, false);
    }

    /** What a tenant of the demo declares of its cases, as a tenant's configuration has it. */
    public static String configuration(TenantId tenant) {
        try (InputStream rules = DemoTenants.class.getResourceAsStream("demo-rules.yaml")) {
            return "tenant: " + tenant + "\n" + new String(rules.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the rules of the demo, which lie beside this class", e);
        }
    }

    private static List<SimulationPlan> of(long seed, boolean planted) {
        return List.of(
                plan("acme", seed, ZoneId.of("Europe/Berlin"), 130, 60, planted),
                plan("globex", seed, ZoneId.of("America/New_York"), 60, 120, planted));
    }

    private static SimulationPlan plan(String name, long seed, ZoneId zone, int orders, int tickets, boolean planted) {
        TenantId tenant = new TenantId(PREFIX + name);
        Draws draws = Draws.of(seed, "demo " + name);
        int weeks = draws.between(18, 24);
        return new SimulationPlan(
                tenant, draws.nextLong(), zone, from(draws, zone, weeks), weeks, orders, tickets, planted);
    }

    /** A Monday from which the weeks hold a change of the clocks, with some weeks on both sides. */
    private static LocalDate from(Draws draws, ZoneId zone, int weeks) {
        int year = FIRST_YEAR + draws.below(YEARS);
        List<ClockChange> changes = ClockChange.of(
                zone,
                Year.of(year).atDay(1).atStartOfDay(zone).toInstant(),
                Year.of(year + 1).atDay(1).atStartOfDay(zone).toInstant());
        LocalDate change = draws.pick(changes).before().toLocalDate();
        return change.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(draws.between(4, weeks - 5));
    }
}
