package com.opsatc.tenancy.tenant;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.KeyStore;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.run.LockedException;
import com.opsatc.tenancy.run.TenantLock;
import com.opsatc.tenancy.run.WorkflowSwitch;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.Tenant;
import com.opsatc.tenancy.scope.TenantRow;
import com.opsatc.tenancy.scope.TenantScope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of tenants: who there is, never what they own. */
public final class Tenants {
    private final Home home;
    private final KeyStore keys;
    private final Tenancy tenancy;
    private final Database owner;

    private Tenants(Tenancy tenancy) {
        this.tenancy = tenancy;
        this.home = tenancy.home();
        this.keys = tenancy.keys();
        this.owner = tenancy.database();
    }

    /** The tenants of a platform, while its database stays where it is. */
    public static Tenants of(Tenancy tenancy) {
        return new Tenants(tenancy);
    }

    /**
     * Adds a tenant with a key, an empty store and its publishing switched on; the same tenant again is returned as it is.
     *
     * @throws PipelineException when it exists with another region or zone, its key was destroyed, or the name is the
     *     platform's own
     */
    public Tenant add(TenantId id, Region region, ZoneId zone, Instant now) {
        refusePlatform("add", id);
        Optional<Tenant> known = find(id);
        if (known.isPresent()) {
            return requireSame(known.get(), region, zone);
        }

        // Key first: a row without a key would be a tenant that cannot be opened; a key without a row is taken up next
        // time.
        String saltId = keys.holds(id) ? keys.saltId(id) : keys.create(id);
        PrivateDirectory.create(home.tenant(id));
        owner.transact("add tenant " + id, handle -> {
            handle.createUpdate("INSERT INTO tenant (id, region, salt_id, zone, created_at)"
                            + " VALUES (:id, :region, :saltId, :zone, :now) ON CONFLICT (id) DO NOTHING")
                    .bind("id", id)
                    .bind("region", region.value())
                    .bind("saltId", saltId)
                    .bind("zone", zone)
                    .bind("now", now)
                    .execute();
            WorkflowSwitch.create(handle, id);
            return null;
        });
        return requireSame(find(id).orElseThrow(), region, zone);
    }

    /** All tenants by name. */
    public List<Tenant> list() {
        return TenantRow.list(tenancy.operatorsDatabase()).stream()
                .map(TenantRow::tenant)
                .toList();
    }

    public Optional<Tenant> find(TenantId id) {
        return TenantRow.find(tenancy.operatorsDatabase(), id).map(TenantRow::tenant);
    }

    /** Sets the zone that the tenant's days and weeks are counted in, from the next run on. */
    public void setZone(TenantScope scope, ZoneId zone, Instant now) {
        scope.requireWrites("set the zone");
        owner.transact("set the zone of tenant " + scope.tenant(), handle -> {
            String before = find(scope.tenant()).orElseThrow().zone().getId();
            handle.createUpdate("UPDATE tenant SET zone = :zone WHERE id = :tenant")
                    .bind("zone", zone)
                    .bind("tenant", scope.tenant())
                    .execute();
            TenantChanges.record(handle, scope, now, "zone", before, zone.getId());
            return null;
        });
    }

    /** Which tenants publish: those whose switch is on. */
    public Set<TenantId> switchedOn() {
        return tenancy.operatorsDatabase().transact("read the switches of the tenants", WorkflowSwitch::switchedOn);
    }

    /**
     * Removes all that the tenant owns: its key, its store, the logs of its runs, what was declared for it in the home, and everything that the database knows of it.
     * The name can be used again, for another tenant with another key. A removal that was killed is finished by the next.
     *
     * @throws LockedException when a run of it is under way
     * @throws PipelineException when there is no such tenant
     */
    public void remove(TenantId id) {
        refusePlatform("remove", id);
        if (find(id).isEmpty()) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND,
                    "Cannot remove tenant " + id + ": there is no such tenant; see `opsatc tenant list`");
        }

        try (TenantLock lock = TenantLock.acquire(owner, id)) {
            lock.requireHeld();
            new TenantRemoval(home, keys, owner).remove(id);
        }
    }

    /** Destroys the tenant's key: nothing it owns can be read again, and its name cannot be used again. */
    public void shred(TenantId id) {
        refusePlatform("shred", id);
        keys.destroy(id);
    }

    private static void refusePlatform(String action, TenantId id) {
        if (id.equals(PlatformScope.OWNER)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot " + action + " tenant " + id
                            + ": this name stands for the platform's own data; use another name");
        }
    }

    private static Tenant requireSame(Tenant known, Region region, ZoneId zone) {
        if (!known.region().equals(region) || !known.zone().equals(zone)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot add tenant " + known.id() + ": it exists with region " + known.region() + " and zone "
                            + known.zone() + "; change the zone with 'opsatc tenant set " + known.id() + " --zone "
                            + zone
                            + "', or use another name");
        }

        return known;
    }
}
