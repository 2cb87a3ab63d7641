package com.opsatc.jobs.host;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.run.RunRequestBuilder;
import com.opsatc.instrumentation.Operation;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.host.child.ChildLimits;
import com.opsatc.jobs.host.child.CodeVersion;
import com.opsatc.jobs.host.child.TenantProcess;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.TenantLock;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.scope.TenantScope;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import com.opsatc.tenancy.tenant.TenantSources;
import com.opsatc.tenancy.tenant.Tenants;
import com.opsatc.tenancy.tenant.WithdrawnFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Runs tenants, each behind its lock and in a process of its own. Safe for use by several threads. */
public final class TenantRunner {
    /** What its telemetry calls the service. */
    public static final String SERVICE = "opsatc-run";

    private static final DateTimeFormatter ATTEMPT_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int RANDOM_DIGITS = 8;

    private final Host host;
    private final String codeVersion;
    private final Settings settings;
    private final PlatformTelemetry telemetry;

    /**
     * What the user asked for.
     *
     * @param logicalDate null for the extracts' watermark
     * @param cores how many of them a child uses
     * @param limits what else it may take
     */
    public record Settings(RunRequest.Mode mode, LocalDate logicalDate, int cores, ChildLimits limits) {}

    public TenantRunner(Host host, Settings settings, PlatformTelemetry telemetry) {
        this.host = host;
        this.settings = settings;
        this.telemetry = telemetry;
        this.codeVersion =
                CodeVersion.of(ProductVersion.text(), host.installation().classPath("jobs/run"));
    }

    /** Runs the tenant. A failure is a result, so that other tenants still run. */
    public RunResult run(TenantId tenant) {
        Instant start = host.clock().instant();
        RunResult result =
                attempt(tenant).took(Duration.between(start, host.clock().instant()));
        // A look is a question, not an operation, and a name that is no tenant's has none.
        if (!settings.mode().looksOnly() && known(tenant)) {
            telemetry.operation(Operation.run(
                    tenant,
                    Optional.ofNullable(result.failure()).map(failure -> failure.code()),
                    start,
                    host.clock().instant()));
        }

        return result;
    }

    /** A database that is lost knows nobody: what the run found is its result, whatever comes after it. */
    private boolean known(TenantId tenant) {
        try {
            return Tenants.of(host.tenancy()).find(tenant).isPresent();
        } catch (PipelineException e) {
            return false;
        }
    }

    /** The tenant before may have lost the database. */
    private RunResult attempt(TenantId tenant) {
        try {
            host.tenancy().reach();
            try (TenantScope scope = host.open(tenant, Role.OPERATOR, Purpose.RUN)) {
                return RunResult.of(tenant, locked(scope));
            }
        } catch (PipelineException e) {
            host.failures().write(e);
            return RunResult.failed(tenant, e.code(), e.getMessage());
        } catch (RuntimeException e) {
            String place = host.failures().write(e);
            return RunResult.failed(
                    tenant,
                    ErrorCode.INTERNAL,
                    "Cannot run tenant " + tenant + ": internal error "
                            + e.getClass().getSimpleName() + "; please report it with " + place);
        } finally {
            host.progress().close(tenant.value());
        }
    }

    private RunOutcome locked(TenantScope scope) {
        if (settings.mode().looksOnly()) {
            return start(scope);
        }

        try (TenantLock lock = TenantLock.acquire(scope)) {
            lock.requireHeld();

            return start(scope);
        }
    }

    private RunOutcome start(TenantScope scope) {
        Instant now = host.clock().instant();
        String attempt = ATTEMPT_TIME.format(now)
                + UUID.randomUUID().toString().replace("-", "").substring(0, RANDOM_DIGITS);
        try {
            return child(scope, attempt, now);
        } catch (PipelineException e) {
            recordFailure(scope.tenant(), attempt, e);
            throw e;
        }
    }

    private RunOutcome child(TenantScope scope, String attempt, Instant now) {
        Tenant tenant = Tenants.of(host.tenancy()).find(scope.tenant()).orElseThrow();
        List<RunRequest.Source> sources = TenantSources.list(scope);
        if (sources.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot run tenant " + scope.tenant()
                            + ": it has no source; add one with opsatc source add --tenant " + scope.tenant());
        }

        long bytes = bytes(sources);
        Path scratch = TenantProcess.scratch(
                host.tenancy().home().temporary(),
                scope.tenant(),
                attempt,
                !settings.mode().looksOnly());
        RunRequest request = RunRequestBuilder.builder()
                .tenant(scope.tenant())
                .mode(settings.mode())
                .zone(tenant.zone().getId())
                .logicalDate(settings.logicalDate())
                .attemptId(attempt)
                .startedAt(now)
                .sources(sources)
                .withdrawn(WithdrawnFiles.list(scope).stream()
                        .map(file -> new RunRequest.Withdrawn(file.source(), file.file()))
                        .toList())
                .configuration(host.installation().conf().toString())
                .scratch(scratch.toString())
                .codeVersion(codeVersion)
                .cores(settings.cores())
                .tenantConfiguration(host.tenancy()
                        .home()
                        .tenantConfiguration(scope.tenant())
                        .toString())
                .ownConfiguration(host.ownConfiguration().toString())
                .build();
        Path log = host.tenancy().home().logs().resolve("run-" + scope.tenant() + "-" + attempt + ".log");
        return new TenantProcess(host.installation(), log, settings.limits())
                .run(
                        scope,
                        request,
                        bytes,
                        event -> host.progress().show(scope.tenant().value(), event));
    }

    /**
     * The child records its own failures; one that was killed or lost the database could not, and neither can one that was
     * never started. Only runs that would publish are in the ledger.
     */
    private void recordFailure(TenantId tenant, String attempt, PipelineException failure) {
        if (settings.mode() != RunRequest.Mode.PUBLISH) {
            return;
        }

        Instant now = host.clock().instant();
        try {
            host.tenancy().reach();
            try (TenantScope scope = host.open(tenant, Role.OPERATOR, Purpose.RUN)) {
                boolean open = RunLedger.list(scope).stream()
                        .anyMatch(run -> run.attemptId().equals(attempt) && run.finishedAt() == null);
                if (open) {
                    RunLedger.fail(scope, attempt, failure.code(), failure.getMessage(), now);
                } else {
                    RunLedger.failed(scope, attempt, failure.code(), failure.getMessage(), now);
                }
            }
        } catch (PipelineException lost) {
            failure.addSuppressed(lost); // the next run records that this one ended
        }
    }

    private static long bytes(List<RunRequest.Source> sources) {
        return sources.stream()
                .flatMap(source -> ReadOnlySource.of(Path.of(source.path())).files().stream())
                .mapToLong(SourceFile::bytes)
                .sum();
    }
}
