package com.opsatc.jobs.cli.verb.demo;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.simulate.DemoTenants;
import com.opsatc.jobs.simulate.SimulationPlan;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses a home that is not the demo's own: made-up telemetry would count among that of real tenants, close their days, and be
 * charged to their privacy budget.
 *
 * <p>A home is the demo's when it has no tenants but the demo's, and no telemetry days but those of weeks that demos made up.
 */
public final class DemoHome {
    private static final Pattern MADE_UP = Pattern.compile("tenants-(\\d{4}-\\d{2}-\\d{2})[.]otlp[.]jsonl");
    private static final Pattern COMMITTED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[.]json$");
    private static final int DEPTH = 4;

    private final OpsatcCommand opsatc;
    private final Tenancy tenancy;

    public DemoHome(OpsatcCommand opsatc, Tenancy tenancy) {
        this.opsatc = opsatc;
        this.tenancy = tenancy;
    }

    /**
     * Writes nothing.
     *
     * @param own the demo's tenants
     * @throws PipelineException (configuration) when the home has others, or days of others
     */
    void require(List<TenantId> own) {
        if (hasOthersThan(own)) {
            throw refused("it has tenants that are not the demo's");
        }

        Optional<LocalDate> foreign = foreignDay();
        if (foreign.isPresent()) {
            throw refused("telemetry of " + foreign.get() + " is counted in it, which no demo made up");
        }
    }

    /**
     * A debugger shows the tenant's key, and every value that is read.
     *
     * @throws PipelineException (policy) when the home has other tenants than a demo makes up
     */
    public void requireMayBeDebugged() {
        if (hasOthersThan(DemoTenants.of(0).stream().map(SimulationPlan::tenant).toList())) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot put a child of " + opsatc.homePath() + " under a debugger: it has tenants that are not the"
                            + " demo's, and whoever reaches the port reads a tenant's key and data; use a home that"
                            + " `opsatc demo` made");
        }
    }

    private boolean hasOthersThan(List<TenantId> own) {
        return Tenants.of(tenancy).list().stream().map(Tenant::id).anyMatch(tenant -> !own.contains(tenant));
    }

    private PipelineException refused(String why) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot run the demo in " + opsatc.homePath() + ": " + why
                        + ", and the demo's made-up telemetry would be counted and charged with theirs; give --home an"
                        + " empty folder");
    }

    private Optional<LocalDate> foreignDay() {
        List<LocalDate> committed = committed();
        List<LocalDate> ends = committed.isEmpty() ? List.of() : madeUp();
        if (ends.isEmpty()) {
            return committed.stream().findFirst();
        }

        LocalDate first = ends.get(0).minusDays(DemoPlatform.DAYS - 1L);
        LocalDate last = ends.get(ends.size() - 1);

        return committed.stream()
                .filter(day -> day.isBefore(first) || day.isAfter(last))
                .findFirst();
    }

    /** Days that were ever counted, ascending; without any the platform's scope is not even opened. */
    private List<LocalDate> committed() {
        if (below(tenancy.home().platform(), 1).isEmpty()) {
            return List.of();
        }

        try (PlatformScope scope =
                tenancy.openPlatform(opsatc.actor(), Role.OPERATOR, Source.COMMAND_LINE, Purpose.READ)) {
            return days(
                    COMMITTED, Stream.of("exact", "expired").flatMap(folder -> scope.store().list(folder).stream()));
        }
    }

    /** The last days of the weeks that demos made up in this home, ascending. */
    private List<LocalDate> madeUp() {
        Home home = tenancy.home();

        return days(MADE_UP, below(home.root().resolve("demo"), DEPTH).stream().map(Path::toString));
    }

    private static List<LocalDate> days(Pattern pattern, Stream<String> names) {
        return names.flatMap(name -> pattern.matcher(name).results())
                .map((MatchResult found) -> LocalDate.parse(found.group(1)))
                .sorted()
                .distinct()
                .toList();
    }

    private static List<Path> below(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }

        try (Stream<Path> walk = Files.walk(folder, depth)) {
            return walk.filter(path -> !path.equals(folder)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
