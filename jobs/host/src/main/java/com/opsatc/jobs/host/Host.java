package com.opsatc.jobs.host;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.host.child.Installation;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What every runner needs: on which platform and with which program it runs, for whom, and whom it tells of the progress.
 *
 * @param ownConfiguration folder of the user's own connectors; it need not exist
 * @param actor who asked, for the audit
 * @param source by which way
 */
public record Host(
        Tenancy tenancy,
        Installation installation,
        Path ownConfiguration,
        Actor actor,
        Source source,
        Clock clock,
        Progress progress) {
    public Host {
        requireNonNull(tenancy, "tenancy");
        requireNonNull(installation, "installation");
        requireNonNull(ownConfiguration, "ownConfiguration");
        requireNonNull(actor, "actor");
        requireNonNull(source, "source");
        requireNonNull(clock, "clock");
        requireNonNull(progress, "progress");
    }

    TenantScope open(TenantId tenant, Role role, Purpose purpose) {
        return tenancy.open(tenant, actor, role, source, purpose);
    }

    PlatformScope openPlatform(Purpose purpose) {
        return tenancy.openPlatform(actor, Role.OPERATOR, source, purpose);
    }

    FailureLog failures() {
        return new FailureLog(tenancy.home().logs(), clock);
    }
}
