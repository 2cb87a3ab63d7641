package com.opsatc.tenancy.scope;

import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.backend.BlobStores;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.TenantDatabase;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.TenantKeys;
import com.opsatc.tenancy.store.PlatformStore;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/**
 * The only key to the platform's own data: telemetry about all tenants, and what releases of it cost. {@link Tenancy} alone
 * makes one, for an actor and a purpose.
 *
 * <p>Guarantee: it holds its own key and no tenant's, and no door to a tenant's data accepts it; it prints and serialises no
 * key; after {@link #close} its key is zero and its doors fail. Limit: telemetry is about tenants, so that what is behind
 * {@link #store} and {@link #spool} is as confidential as their data; only {@link #releases} is for others.
 */
public final class PlatformScope implements AutoCloseable {
    /** Owns the platform's own data in the key store; no tenant can have this name. */
    public static final TenantId OWNER = new TenantId("opsatc-platform");

    private static final int FRESH_KEY_BYTES = 32;

    private final Home home;
    private final TenantScope.Attribution attribution;
    private final Grant grant;
    private final TenantDatabase database;
    private final PlatformStore store;
    private final Runnable afterClose;
    private volatile boolean closed;

    PlatformScope(Home home, TenantScope.Attribution attribution, Grant grant, Database database, Runnable afterClose) {
        this.home = home;
        this.attribution = attribution;
        this.grant = grant;
        this.database = attribution.in(database);
        this.afterClose = afterClose;
        PrivateDirectory.create(home.releases());
        PrivateDirectory.create(home.spool());
        this.store = PlatformStore.open(
                BlobStores.of(PrivateDirectory.create(home.platform()).toString()),
                grant.keys(),
                attribution.purpose().writes());
    }

    /**
     * What a scope is made of; not a public type, so that nothing outside can build one.
     *
     * @param keyId the id of the salt that the key was derived from
     * @param anchor the file of the privacy ledger's anchor
     */
    record Grant(TenantKeys keys, String keyId, AnchorFile anchor, int contractedTenants) {
        Grant {
            Objects.requireNonNull(keys, "keys");
            Objects.requireNonNull(keyId, "keyId");
            Objects.requireNonNull(anchor, "anchor");
        }

        @Override
        public String toString() {
            return "Grant[" + OWNER + "]";
        }
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

    /** The restricted zone: encrypted under the platform's key, written once. */
    public PlatformStore store() {
        requireOpen();
        return store;
    }

    /** The folder of published releases, which hold noised figures only. */
    public Path releases() {
        requireOpen();
        return home.releases();
    }

    /** The folder into which the collector puts telemetry as it came in, in clear. */
    public Path spool() {
        requireOpen();
        return home.spool();
    }

    /**
     * How many tenants there are by contract: those in the list of tenants whose key was not destroyed, when the scope was
     * opened. It does not depend on what any tenant did.
     */
    public int contractedTenants() {
        requireOpen();
        return grant.contractedTenants();
    }

    /** A random key of 32 bytes, for use in this process alone: it is not stored, and each call gives another one. */
    public byte[] freshKey() {
        requireOpen();
        return Random.randBytes(FRESH_KEY_BYTES);
    }

    /** The platform database, for the privacy ledger. */
    @OnlyFor("com.opsatc.telemetry.ledger")
    public TenantDatabase database() {
        requireOpen();
        return database;
    }

    /** Where the privacy ledger's anchor is. */
    public AnchorFile anchor() {
        return grant.anchor();
    }

    /** The id of the salt that the platform's key was derived from; no secret. */
    public String keyId() {
        return grant.keyId();
    }

    TenantScope.Attribution attribution() {
        return attribution;
    }

    Grant grant() {
        return grant;
    }

    Home home() {
        return home;
    }

    /** Lends the key of one purpose to a function; the array is zeroed when that returns. */
    @OnlyFor("com.opsatc.telemetry.ledger")
    public <T> T lend(String purpose, Function<byte[], T> use) {
        requireOpen();
        return grant.keys().current().lend(purpose, use);
    }

    /** Refuses an action that changes something to a scope that was opened for reading. */
    public void requireWrites(String action) {
        requireOpen();
        if (!purpose().writes()) {
            throw new PipelineException(
                    ErrorCode.POLICY_REFUSED,
                    "Cannot " + action + " for the platform: the scope's purpose is " + purpose()
                            + ", which may not write");
        }
    }

    /** Zeroes the key; may be called again. */
    @Override
    public void close() {
        closed = true;
        grant.keys().close();
        afterClose.run();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The platform's scope is closed");
        }
    }

    @Override
    public String toString() {
        return "PlatformScope[" + purpose() + "]";
    }
}
