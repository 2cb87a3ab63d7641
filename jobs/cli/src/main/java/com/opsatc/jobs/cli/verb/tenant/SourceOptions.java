package com.opsatc.jobs.cli.verb.tenant;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.verb.connector.ChosenConnector;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.tenant.TenantSources;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say what an extract is and how it is read. */
final class SourceOptions {
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
            description = "What the source is called within the tenant (default: the connector's name).")
    private String sourceName;

    @Option(
            names = "--process",
            paramLabel = "NAME",
            description =
                    "What its figures are called (default: the connector's process). Sources of one process make one"
                            + " log, as if their files lay in one folder.")
    private String process;

    @Option(
            names = "--zone",
            paramLabel = "Z",
            description =
                    "Of local times in the extract, e.g. Europe/Berlin (default: the tenant's). A new tenant's days and"
                            + " weeks are counted in it as well (default: UTC).")
    private String zone;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the connector; may be repeated. See 'opsatc connectors show C'.")
    private Map<String, String> settings = new TreeMap<>();

    /** What the options say, checked against what there is before anything is opened. */
    record Chosen(ChosenConnector connector, Path path, String name, String process, ZoneId zone) {
        /** @param tenantZone the zone of a source without one of its own */
        RunRequest.Source source(ZoneId tenantZone) {
            return new RunRequest.Source(
                    name,
                    connector.id(),
                    path.toString(),
                    (zone == null ? tenantZone : zone).getId(),
                    connector.settings(),
                    process);
        }
    }

    Chosen chosen(OpsatcCommand opsatc) {
        ChosenConnector chosen = ChosenConnector.of(opsatc, connector, settings);
        requireName("source", sourceName);
        requireName("process", process);
        Path path = opsatc.invocation().workingDirectory().resolve(source).normalize();
        ReadOnlySource.of(path);
        return new Chosen(
                chosen,
                path,
                sourceName == null ? chosen.sourceName() : sourceName,
                process,
                zone == null ? null : zone(zone));
    }

    /**
     * Adds a source to a tenant and says what becomes of it, and of a zone that the connector has no use for.
     *
     * @throws PipelineException (configuration) when the tenant has one of this name, or one of this process and another
     *     connector
     */
    static void add(OpsatcCommand opsatc, TenantScope scope, Chosen chosen, ZoneId tenantZone) {
        RunRequest.Source source = chosen.source(tenantZone);
        String process = ChosenConnector.process(source);
        List<RunRequest.Source> alike = TenantSources.list(scope).stream()
                .filter(known -> !known.source().equals(source.source()))
                .filter(known -> ChosenConnector.process(known).equals(process))
                .toList();
        for (RunRequest.Source known : alike) {
            if (!known.connector().equals(source.connector())) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot add source " + source.source() + ": source " + known.source() + " is of process "
                                + process
                                + " too, but of connector " + known.connector()
                                + "; give this one figures of its own with --process NAME");
            }
        }

        TenantSources.add(scope, source, opsatc.invocation().clock().instant());
        String joined = alike.isEmpty()
                ? ""
                : " Its rows join those of source " + alike.get(0).source() + " in process " + process
                        + "; --process NAME would give it figures of its own.";
        String unmoved = chosen.zone() == null || chosen.connector().readsSourceZone()
                ? ""
                : " --zone moves none of its events: every time in its files has a zone of its own.";
        opsatc.terminal()
                .err()
                .println("Tenant " + scope.tenant() + " reads " + source.path() + " with " + source.connector() + "."
                        + unmoved + joined + " Next: opsatc run --tenant " + scope.tenant());
    }

    static void requireName(String what, String name) {
        if (name != null && !name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Invalid name of a " + what + ": it may have 1 to 63 characters of a-z, 0-9 and '-'");
        }
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Unknown zone '" + name + "'; use an IANA name such as Europe/Berlin or UTC",
                    e);
        }
    }
}
