package com.opsatc.tenancy.scope;

import com.google.crypto.tink.subtle.Hex;
import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.OnlyFor;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.database.EmbeddedPostgres;
import com.opsatc.tenancy.database.Migrations;
import com.opsatc.tenancy.database.OperatorDataSource;
import com.opsatc.tenancy.database.PlatformRole;
import com.opsatc.tenancy.disk.ExclusiveFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.AesProvider;
import com.opsatc.tenancy.key.KeyStore;
import com.opsatc.tenancy.key.PlatformSigningKey;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.key.RootKey;
import com.opsatc.tenancy.key.RootKeyPlace;
import com.opsatc.tenancy.key.SealedSecrets;
import com.opsatc.tenancy.key.Signer;
import com.opsatc.tenancy.key.SubjectKeys;
import com.opsatc.tenancy.key.TenantKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The platform as a parent process sees it: root key, key store, platform database. It alone mints {@link TenantScope}s and
 * {@link PlatformScope}s; a child process has none and {@link #receive receives} exactly one scope.
 *
 * <p>Safe for use by several threads. Closing it forgets the keys; open scopes are closed by their owners.
 */
public final class Tenancy implements AutoCloseable {
    private static final int SECRET_BYTES = 32;

    private final Home home;
    private final RootKey root;
    private final KeyStore keys;
    private final SubjectKeys subjects;
    private final SealedSecrets secrets;
    private final PlatformSigningKey signing;
    private final PlatformDatabase database;
    private final AnchorFile anchor;

    private Tenancy(
            Home home,
            RootKey root,
            AnchorFile anchor,
            Function<SealedSecrets, EmbeddedPostgres> embedded,
            Database external) {
        this.home = home;
        this.root = root;
        this.anchor = anchor;
        this.keys = new KeyStore(home.keys(), root);
        this.subjects = new SubjectKeys(home.keys(), root);
        this.secrets = new SealedSecrets(home.keys(), root);
        this.signing = PlatformSigningKey.open(secrets);
        this.database = external == null
                ? PlatformDatabase.embedded(embedded.apply(secrets))
                : PlatformDatabase.external(external);
    }

    /**
     * Opens the platform with the home's own database server, starting it when it does not run.
     *
     * @param rootKey where the root key is, outside the home; created for a new home, required for one that holds secrets
     */
    public static Tenancy open(Home home, RootKeyPlace rootKey) {
        return open(home, rootKey, null);
    }

    /** Opens the platform with a database server of your own, which the platform closes with itself. */
    public static Tenancy openWith(Home home, RootKeyPlace rootKey, Database external) {
        return open(home, rootKey, Objects.requireNonNull(external, "external"));
    }

    private static Tenancy open(Home home, RootKeyPlace rootKey, Database external) {
        RootKey root;
        try (ExclusiveFile lock = ExclusiveFile.lock(home.root().resolve("lock"))) {
            root = rootKey(home, rootKey);
        }

        try {
            Tenancy opened = new Tenancy(
                    home,
                    root,
                    AnchorFile.beside(rootKey),
                    secrets -> new EmbeddedPostgres(home.postgres(), secrets),
                    external);
            Migrations.apply(
                    opened.database.owner()); // here alone: no scope, no child and no reconnection changes the schema
            home.rememberRootKey(rootKey.reference());
            return opened;
        } catch (RuntimeException e) {
            root.close();
            throw e;
        }
    }

    /**
     * Mints a scope; the caller closes it.
     *
     * @throws PipelineException when there is no such tenant or its key was destroyed
     */
    public TenantScope open(TenantId tenant, Actor actor, Role role, Source source, Purpose purpose) {
        var attribution = new TenantScope.Attribution(actor, role, source, purpose);
        TenantRow row = TenantRow.find(operatorsDatabase(), tenant)
                .orElseThrow(() -> new PipelineException(
                        ErrorCode.NOT_FOUND,
                        "Cannot open tenant " + tenant + ": there is no such tenant; see `opsatc tenant list`"));
        Region region = row.tenant().region();
        TenantKeys key = keys.open(tenant, region, row.saltId());
        Signer signer = signing.delegate(tenant, region);
        var grant = new TenantScope.Grant(
                key, signer, signing.verifier(tenant, region), row.saltId(), subjects.open(tenant, actor.name()));
        Path folder = PrivateDirectory.create(home.tenant(tenant));
        String reference = "scope-" + Hex.encode(Random.randBytes(8));
        boolean advises = purpose == Purpose.ADVISE;
        Database login;
        try {
            login = advises ? database.as(PlatformRole.ADVISORY) : database.as(key.current());
        } catch (RuntimeException e) {
            key.close(); // a scope that is not made closes nothing
            signer.close();
            throw e;
        }

        return new TenantScope(
                attribution, folder.toString(), grant, login, reference, advises ? () -> {} : login::close);
    }

    /**
     * Mints a scope of the platform's own data, whose key is made the first time; the caller closes it.
     *
     * @throws PipelineException when the key is missing although privacy budget was charged with one
     */
    public PlatformScope openPlatform(Actor actor, Role role, Source source, Purpose purpose) {
        var attribution = new TenantScope.Attribution(actor, role, source, purpose);
        String saltId = platformSalt();
        TenantKeys key = keys.open(PlatformScope.OWNER, Region.LOCAL, saltId);
        var grant = new PlatformScope.Grant(key, saltId, anchor, contractedTenants());
        return new PlatformScope(home, attribution, grant, database.as(PlatformRole.TELEMETRY), () -> {});
    }

    /** The salts of all tenants, for the list of tenants, which makes and destroys them. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public KeyStore keys() {
        return keys;
    }

    /** Those who are named in the audit logs of tenants, for whoever records that one of them is erased. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public SubjectKeys subjects() {
        return subjects;
    }

    /** The platform database as it is reached now, by the login that owns it: to add and remove tenants. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public Database database() {
        return database.owner();
    }

    /** The same by the operator's login, for the list of tenants. */
    @OnlyFor("com.opsatc.tenancy.tenant")
    public Database operatorsDatabase() {
        return database.as(PlatformRole.OPERATOR);
    }

    public Home home() {
        return home;
    }

    /** A platform secret of 32 random bytes, made the first time it is asked for; the caller zeroes it. */
    public byte[] platformSecret(String name) {
        String sealed = "platform-use-" + name;
        if (secrets.find(sealed).isEmpty()) {
            secrets.create(sealed, Random.randBytes(SECRET_BYTES));
        }

        return secrets.open(sealed);
    }

    /** From now on this process keeps so many connections to the database open, instead of one for each transaction. */
    public void keepConnections(int most) {
        database.keep(most);
    }

    /**
     * Makes sure that the database answers: a home's own server that was lost is found where it is by now, or started again.
     * Scopes that are open stay at the old place.
     *
     * @throws PipelineException when it does not answer, and cannot be made to
     */
    public void reach() {
        database.reach();
    }

    /** Stops the home's own server, which otherwise outlives the command; nothing happens with an external one. */
    public void stopServer() {
        database.server().ifPresent(EmbeddedPostgres::stop);
    }

    /** The process id of the home's own server, when it runs. */
    public Optional<Long> serverProcess() {
        return database.server().flatMap(EmbeddedPostgres::processId);
    }

    /** The process id of a home's own server, when it runs; opens nothing and starts nothing. */
    public static Optional<Long> serverProcess(Home home) {
        return EmbeddedPostgres.processId(home.postgres());
    }

    /** Stops a home's own server; nothing happens when it does not run. Opens nothing. */
    public static void stopServer(Home home) {
        EmbeddedPostgres.stop(home.postgres());
    }

    /** How many pieces of work hold a lock of the platform now: runs of tenants, and changes of the privacy ledger. */
    public int workInFlight() {
        return operatorsDatabase()
                .transact(
                        "count the work in flight",
                        handle -> handle.createQuery(
                                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND"
                                                + " database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                                .mapTo(int.class)
                                .one());
    }

    /** The operator's door to the queue of jobs that run by themselves; it opens no tenant's data. */
    @OnlyFor("com.opsatc.jobs.cli.verb.schedule")
    public DataSource jobQueue() {
        return new OperatorDataSource(this::operatorsDatabase, this::reach);
    }

    /** Writes a scope, its keys in clear, to the pipe of the tenant's own process. */
    public static void handOver(TenantScope scope, OutputStream out) throws IOException {
        HandOver.write(scope, out);
    }

    /** Writes the platform's scope, its key in clear, to the pipe of a process of its own. */
    public static void handOverPlatform(PlatformScope scope, OutputStream out) throws IOException {
        PlatformHandOver.write(scope, out);
    }

    /**
     * Mints the one scope that a parent handed over, reading no byte beyond it. Installs the fast {@link AesProvider}: a
     * run moves many bytes, while a command that reads a few documents is done before that has loaded.
     */
    public static TenantScope receive(InputStream in) {
        AesProvider.install();
        return HandOver.read(in);
    }

    /** Mints the platform's scope that a parent handed over, as {@link #receive} does a tenant's. */
    public static PlatformScope receivePlatform(InputStream in) {
        AesProvider.install();
        return PlatformHandOver.read(in);
    }

    @Override
    public void close() {
        database.close();
        signing.close();
        root.close();
    }

    private String platformSalt() {
        try (ExclusiveFile lock = ExclusiveFile.lock(home.root().resolve("lock"))) {
            if (keys.holds(PlatformScope.OWNER)) {
                return keys.saltId(PlatformScope.OWNER);
            }

            anchor.refuseWithoutKey();
            return keys.create(PlatformScope.OWNER);
        }
    }

    private int contractedTenants() {
        return Math.toIntExact(TenantRow.list(operatorsDatabase()).stream()
                .filter(row -> keys.holds(row.tenant().id()))
                .count());
    }

    private static RootKey rootKey(Home home, RootKeyPlace place) {
        if (place.isTaken()) {
            return place.open(home.root());
        }

        if (holdsSecrets(home)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot open the home " + home.root() + ": its root key " + place
                            + " is missing, and another one cannot open what is sealed; restore it there, or say where"
                            + " it is with --root-key"
                            + home.rememberedRootKey()
                                    .map(last -> " (when the home was last opened it was " + last + ")")
                                    .orElse(""));
        }

        return place.create(home.root());
    }

    private static boolean holdsSecrets(Home home) {
        try (Stream<Path> files = Files.list(home.keys())) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Tenancy[" + home.root() + "]";
    }
}
