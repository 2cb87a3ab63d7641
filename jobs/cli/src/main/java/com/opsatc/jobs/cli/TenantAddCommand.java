package com.opsatc.jobs.cli;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.TenantId;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.tenancy.Purpose;
import com.opsatc.tenancy.Role;
import com.opsatc.tenancy.Tenancy;
import com.opsatc.tenancy.Tenant;
import com.opsatc.tenancy.TenantScope;
import com.opsatc.tenancy.TenantSources;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.source.ReadOnlySource;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code opsatc tenant add NAME}: a new tenant with its key and first source, or one more source of a known tenant. */
@Command(
        name = "add",
        description =
                "Adds a tenant with an extract to read; repeated with another connector or name, adds that source.")
final class TenantAddCommand implements Callable<Integer> {
    private static final String REGION = "local";

    private final OpsatcCommand opsatc;

    @Parameters(
            paramLabel = "NAME",
            converter = TenantOption.Converter.class,
            description = "2 to 63 characters of a-z, 0-9 and '-'.")
    private TenantId tenant;

    @Option(
            names = "--connector",
            required = true,
            paramLabel = "C",
            description = "How to read the extract; see 'opsatc connectors list'.")
    private String connector;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "PATH",
            description = "The extract's file or folder; it is only ever read.")
    private Path source;

    @Option(
            names = "--source-name",
            paramLabel = "NAME",
            description =
                    "What the source is called within the tenant (default: the connector's name). A tenant has one"
                            + " source of each process.")
    private String sourceName;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description =
                    "The tenant's time zone, e.g. Europe/Berlin (default: UTC): its days and weeks, and local times"
                            + " in the extract.")
    private String zone;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the connector; may be repeated. See 'opsatc connectors show C'.")
    private Map<String, String> settings = new TreeMap<>();

    TenantAddCommand(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    @Override
    public Integer call() {
        ChosenConnector chosen = ChosenConnector.of(opsatc.invocation().conf(), connector, settings);
        if (sourceName != null && !sourceName.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot add the source: its name may have 1 to 63 characters of a-z, 0-9 and '-'");
        }

        Path path = opsatc.invocation().workingDirectory().resolve(source).normalize();
        ReadOnlySource.of(path);
        ZoneId chosenZone = zone == null ? null : zone(zone);

        try (Tenancy tenancy = opsatc.openOrCreate()) {
            Tenant added = tenancy.tenants()
                    .add(
                            tenant,
                            new Region(REGION),
                            tenantZone(tenancy, chosenZone),
                            opsatc.invocation().clock().instant());
            try (TenantScope scope = opsatc.scope(tenancy, tenant, Role.OPERATOR, Purpose.ADMINISTER)) {
                String name = sourceName == null ? chosen.sourceName() : sourceName;
                requireProcessOnce(scope, chosen, name);
                String sourceZone = chosenZone == null ? added.zone().getId() : chosenZone.getId();
                TenantSources.add(
                        scope, new RunRequest.Source(name, connector, path.toString(), sourceZone, chosen.settings()));
                opsatc.terminal()
                        .err()
                        .println("Tenant " + tenant + " reads " + path + " with " + connector
                                + ". Next: opsatc run --tenant " + tenant);
            }
        }

        return 0;
    }

    /** A tenant's figures are named by their process, so two of its sources cannot be of one. */
    private static void requireProcessOnce(TenantScope scope, ChosenConnector chosen, String name) {
        for (RunRequest.Source known : TenantSources.list(scope)) {
            if (!known.source().equals(name)
                    && ChosenConnector.process(known.connector()).equals(chosen.process())) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot add source " + name + ": source " + known.source() + " is of process "
                                + chosen.process()
                                + " too; put their files into one folder and add that as one source");
            }
        }
    }

    /** A known tenant keeps its zone: a further source may have another one. */
    private ZoneId tenantZone(Tenancy tenancy, ZoneId chosenZone) {
        return tenancy.tenants()
                .find(tenant)
                .map(Tenant::zone)
                .orElse(chosenZone == null ? ZoneId.of("UTC") : chosenZone);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot add the tenant: unknown zone '" + name
                            + "'; use an IANA name such as Europe/Berlin or UTC");
        }
    }
}
