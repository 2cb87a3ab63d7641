package com.opsatc.tenancy;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.key.Region;
import com.opsatc.tenancy.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A platform with a home, a root key and an empty privacy ledger of its own: a schema of the shared server. */
final class EmptyLedger implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    static final Instant AFTER = Instant.parse("2026-03-02T02:00:00.123456Z");
    static final InputName INPUT = mac("input");
    static final Sha256 MANIFEST = Sha256.of("manifest");
    static final Rho BUDGET = Rho.of(1, 1);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String schema = "ledger" + COUNTER.incrementAndGet();
    private final Path directory = PrivateDirectory.create(Platforms.folder().resolve(schema));
    private final Tenancy tenancy;
    private final PlatformScope scope;

    EmptyLedger() {
        this(database -> {});
    }

    /** With something done to the database before it is brought to this version. */
    EmptyLedger(Consumer<Database> earlier) {
        try (TenantScope any = anyScope()) {
            execute(any.database(), "CREATE SCHEMA " + schema);
            try (Database database = database(any)) {
                earlier.accept(database);
            }
        }

        tenancy = open("home");
        scope = scope(tenancy, Purpose.RUN);
    }

    /** A platform with another home, and the same root key and database. */
    Tenancy open(String home) {
        try (TenantScope any = anyScope()) {
            return Tenancy.openWith(Home.create(directory.resolve(home)), rootKey(), database(any));
        }
    }

    private Database database(TenantScope any) {
        return Platforms.elsewhere(any.database(), url -> url + "?currentSchema=" + schema);
    }

    static PlatformScope scope(Tenancy tenancy, Purpose purpose) {
        return tenancy.openPlatform(new Actor("tester"), Role.ENGINEER, Source.TEST, purpose);
    }

    /** The same scope with its database at another port of this machine. */
    PlatformScope scopeAt(int port) {
        PlatformScope direct = scope(tenancy, Purpose.RUN);
        Database database = Platforms.elsewhere(direct.database(), url -> url.replaceAll(":[0-9]+/", ":" + port + "/"));
        return new PlatformScope(direct.home(), direct.attribution(), direct.grant(), database, database::close);
    }

    Tenancy tenancy() {
        return tenancy;
    }

    PlatformScope scope() {
        return scope;
    }

    Path rootKey() {
        return directory.resolve("config/root.key");
    }

    Path anchor() {
        return directory.resolve("config/root.key.privacy-anchor");
    }

    String anchorText() {
        try {
            return Files.readString(anchor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void putAnchor(String text) {
        try {
            Files.writeString(anchor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TenantId tenant(String name) {
        TenantId id = new TenantId(name);
        tenancy.tenants().add(id, Region.LOCAL, ZoneId.of("UTC"), AFTER);
        return id;
    }

    void execute(String sql) {
        execute(scope.database(), sql);
    }

    /** Statements that the table itself refuses, as who restores a database would run them. */
    void restore(String sql) {
        execute("ALTER TABLE privacy_ledger DISABLE TRIGGER USER; " + sql
                + "; ALTER TABLE privacy_ledger ENABLE TRIGGER USER");
    }

    /** A reservation of two blocks for a day, soon after it. */
    static NewReservation asked(LocalDate day) {
        return asked(day, INPUT);
    }

    static InputName mac(String input) {
        return new InputName(Sha256.of(input).hex(), true);
    }

    static NewReservation asked(LocalDate day, InputName input) {
        Instant now = AFTER.plusSeconds(86_400 * (day.toEpochDay() - DAY.toEpochDay()));
        List<Charge> charges = List.of(new Charge("latency", Rho.of(1, 100)), new Charge("errors", Rho.of(3, 100)));
        return new NewReservation(day, input, MANIFEST, charges, BUDGET, now);
    }

    /** Sequence, day, block, state and charge of each entry. */
    static List<String> lines(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> entry.sequence() + " " + entry.day() + " " + entry.blockId() + " " + entry.state() + " "
                        + entry.rho())
                .toList();
    }

    List<String> lines() {
        return lines(PrivacyLedger.list(scope));
    }

    @Override
    public void close() {
        scope.close();
        tenancy.close();
    }

    private static TenantScope anyScope() {
        return Platforms.scope(Platforms.tenant(), Purpose.READ);
    }

    static void execute(Database database, String sql) {
        database.transact("test", connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
