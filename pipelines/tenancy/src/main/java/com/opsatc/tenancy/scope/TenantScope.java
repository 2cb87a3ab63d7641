package com.opsatc.tenancy.scope;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.backend.BlobStores;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.DatabaseRole;
import com.opsatc.tenancy.database.TenantDatabase;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.Signer;
import com.opsatc.tenancy.key.SubjectRing;
import com.opsatc.tenancy.key.TenantKeys;
import com.opsatc.tenancy.key.Verifier;
import com.opsatc.tenancy.store.TenantStore;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The only key to one tenant's data. Every door takes a scope; {@link Tenancy} alone makes one, for an actor and a purpose.
 *
 * <p>Guarantee: a scope names, reads and writes nothing of another tenant; it prints and serialises no key; after {@link
 * #close} its key is zero and its doors fail. Limit: the scopes of one process share the process's memory, which is why a
 * run has a process of its own.
 */
public final class TenantScope implements AutoCloseable {
    private final TenantKeys keys;
    private final Attribution attribution;
    private final String place;
    private final TenantStore store;
    private final TenantDatabase database;
    private final Signer signer;
    private final Verifier verifier;
    private final LogAccess log;
    private final String reference;
    private final Runnable afterClose;

    TenantScope(
            Attribution attribution,
            String place,
            Grant grant,
            Database database,
            String reference,
            Runnable afterClose) {
        this.keys = grant.keys();
        this.signer = grant.signer();
        this.verifier = grant.verifier();
        this.attribution = attribution;
        this.place = place;
        this.database = attribution.in(database);
        this.log = new LogAccess(grant, new TenantDatabase(database, DatabaseRole.WRITER));
        this.reference = reference;
        this.afterClose = afterClose;
        this.store = TenantStore.open(
                BlobStores.of(place), keys, attribution.purpose().writes());
        KeyRing.register(reference, this);
    }

    /** Who uses the scope, and for what. */
    record Attribution(Actor actor, Role role, Source source, Purpose purpose) {
        Attribution {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(purpose, "purpose");
        }

        /** The database in the role that the purpose gives. */
        TenantDatabase in(Database database) {
            return new TenantDatabase(database, purpose.writes() ? DatabaseRole.WRITER : DatabaseRole.READER);
        }
    }

    /**
     * The keys of a scope; not a public type, so that nothing outside can build one.
     *
     * @param log the id of the tenant's audit log
     * @param subjects who is named in it
     */
    record Grant(TenantKeys keys, Signer signer, Verifier verifier, String log, SubjectRing subjects) {
        @Override
        public String toString() {
            return "Grant[" + keys.tenant() + "]";
        }
    }

    public TenantId tenant() {
        return keys.tenant();
    }

    public Region region() {
        return keys.region();
    }

    /** The version of the tenant's key that is written under, which a manifest names. */
    public int keyVersion() {
        return keys.newest();
    }

    public Actor actor() {
        return attribution.actor();
    }

    public Role role() {
        return attribution.role();
    }

    public Source source() {
        return attribution.source();
    }

    public Purpose purpose() {
        return attribution.purpose();
    }

    /** The tenant's bytes. */
    public TenantStore store() {
        return store;
    }

    /** Signs for this tenant; refused to a scope that may not write. */
    public Signer signer() {
        requireWrites("sign");
        return signer;
    }

    /** Checks signatures made for this tenant. */
    public Verifier verifier() {
        return verifier;
    }

    /** Names this scope to {@link KeyRing}; worthless outside this process and the one it is handed over to. */
    public String keyReference() {
        return reference;
    }

    /** Where the platform database is. */
    public String databaseUrl() {
        return database.url();
    }

    /** How another library logs in to the platform database, without the password. */
    public SortedMap<String, String> databaseProperties() {
        return database.connectionProperties();
    }

    /** All that the platform database holds, which is more than this tenant's: for those whose statements name the tenant. */
    @OnlyFor({"com.opsatc.tenancy.run", "com.opsatc.tenancy.tenant"})
    public TenantDatabase database() {
        return database;
    }

    /** What the tenant's audit log is written with, whatever the scope's purpose: to look is recorded too. */
    @OnlyFor("com.opsatc.tenancy.audit")
    public LogAccess log() {
        return log;
    }

    TenantKeys keys() {
        return keys;
    }

    Signer handedSigner() {
        return signer;
    }

    Attribution attribution() {
        return attribution;
    }

    /** The reference of the store's backend. */
    String place() {
        return place;
    }

    /** Refuses an action that changes something to a scope that was opened for reading. */
    public void requireWrites(String action) {
        if (!attribution.purpose().writes()) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot " + action + " for tenant " + tenant() + ": the scope's purpose is " + attribution.purpose()
                            + ", which may not write");
        }
    }

    /** Zeroes the keys; may be called again. */
    @Override
    public void close() {
        KeyRing.remove(reference);
        keys.close();
        signer.close();
        log.subjects().close();
        afterClose.run();
    }

    @Override
    public String toString() {
        return "TenantScope[" + tenant() + ", " + purpose() + "]";
    }
}
