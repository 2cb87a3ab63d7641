package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.command.TenantOption;
import com.opsatc.jobs.cli.verb.connector.ChosenConnector;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.Tenants;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code opsatc tenant set NAME}: corrects what a tenant reads, and how. */
@Command(
        name = "set",
        description =
                "Changes a source's path, zone, process or connector settings, or the tenant's zone. Rows that were"
                        + " read otherwise are read again by the next run; 'opsatc tenant show' lists the changes.")
public final class TenantSetCommand implements Callable<Integer> {
    private final OpsatcCommand opsatc;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", converter = TenantOption.Converter.class, description = "Which tenant.")
    private TenantId tenant;

    @Option(
            names = "--source-name",
            paramLabel = "NAME",
            description = "Which source; not needed where the tenant has one.")
    private String sourceName;

    @Option(names = "--path", paramLabel = "PATH", description = "Where the source's extract is now.")
    private Path path;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description =
                    "With --source-name of that source's local times; else of the tenant's days and weeks, and of every"
                            + " source that had the tenant's zone.")
    private String zone;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the source's connector; may be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(
            names = "--unset",
            paramLabel = "KEY",
            description = "A setting that goes back to the connector's default; may be repeated.")
    private List<String> unset = new ArrayList<>();

    @Option(names = "--process", paramLabel = "NAME", description = "What the source's figures are called.")
    private String process;

    public TenantSetCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        if (path == null && zone == null && settings.isEmpty() && unset.isEmpty() && process == null) {
            throw new ParameterException(
                    spec.commandLine(), "Nothing to set: give --path, --zone, --set, --unset or --process");
        }

        ZoneId chosenZone = zone == null ? null : SourceOptions.zone(zone);
        SourceOptions.requireName("process", process);
        Instant now = opsatc.invocation().clock().instant();
        try (Tenancy tenancy = opsatc.open();
                TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.ADMINISTER)) {
            if (path != null || !settings.isEmpty() || !unset.isEmpty() || process != null || sourceName != null) {
                RunRequest.Source known = source(scope);
                TenantSources.set(scope, changed(known, sourceName == null ? null : chosenZone), now);
            }

            if (chosenZone != null && sourceName == null) {
                setZone(tenancy, scope, chosenZone, now);
            }
        }

        opsatc.terminal()
                .err()
                .println(
                        "Set. The next run counts with it, and reads again what was read otherwise: opsatc run --tenant "
                                + tenant);

        return 0;
    }

    private void setZone(Tenancy tenancy, TenantScope scope, ZoneId chosen, Instant now) {
        String before = Tenants.of(tenancy).find(tenant).orElseThrow().zone().getId();
        for (RunRequest.Source source : TenantSources.list(scope)) {
            if (source.zone().equals(before)) {
                TenantSources.set(scope, zoned(source, chosen), now);
            }
        }

        Tenants.of(tenancy).setZone(scope, chosen, now);
    }

    private RunRequest.Source source(TenantScope scope) {
        List<RunRequest.Source> sources = TenantSources.list(scope);
        List<RunRequest.Source> chosen = sources.stream()
                .filter(source -> sourceName == null || source.source().equals(sourceName))
                .toList();
        if (chosen.size() != 1) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot set a source of tenant " + tenant + ": name one with --source-name; it has "
                            + sources.stream().map(RunRequest.Source::source).toList());
        }

        return chosen.get(0);
    }

    private RunRequest.Source changed(RunRequest.Source known, ZoneId ownZone) {
        TreeMap<String, String> values = new TreeMap<>(known.settings());
        values.putAll(settings);
        unset.forEach(values::remove);
        ChosenConnector checked = ChosenConnector.of(opsatc, known.connector(), values);
        Path place = path == null
                ? Path.of(known.path())
                : opsatc.invocation().workingDirectory().resolve(path).normalize();
        if (path != null) {
            ReadOnlySource.of(place);
        }

        return new RunRequest.Source(
                known.source(),
                known.connector(),
                place.toString(),
                ownZone == null ? known.zone() : ownZone.getId(),
                checked.settings(),
                process == null ? known.process() : process);
    }

    private static RunRequest.Source zoned(RunRequest.Source source, ZoneId zone) {
        return new RunRequest.Source(
                source.source(), source.connector(), source.path(), zone.getId(), source.settings(), source.process());
    }
}
