package com.opsatc.telemetry.ledger;

import com.opsatc.contract.id.Sha256;
import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.database.Database;
import com.opsatc.tenancy.disk.PrivateDirectory;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A platform with a home, a root key and an empty privacy ledger of its own: a schema of the shared server. */
final class EmptyLedger implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    static final Instant AFTER = Instant.parse("2026-03-02T02:00:00.123456Z");
    static final InputName INPUT = mac("input");
    static final Sha256 MANIFEST = Sha256.of("manifest");
    static final Rho BUDGET = Rho.of(1, 1);

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String schema = "ledger" + COUNTER.incrementAndGet();
    private final Path directory = PrivateDirectory.create(RealPlatform.folder().resolve(schema));
    private final Tenancy tenancy;
    private final PlatformScope scope;

    EmptyLedger() {
        this(database -> {});
    }

    /** With something done to the database before it is brought to this version. */
    EmptyLedger(Consumer<Database> earlier) {
        execute(RealPlatform.database(), "CREATE SCHEMA " + schema);
        try (Database database = database(url -> url)) {
            earlier.accept(database);
        }

        tenancy = open("home");
        scope = scope(tenancy, Purpose.RUN);
    }

    /** Passes each test's own empty ledger to its constructor, and closes it after the test. */
    static final class Extension implements ParameterResolver {
        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == EmptyLedger.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(ExtensionContext.Namespace.create(Extension.class))
                    .getOrComputeIfAbsent(EmptyLedger.class, type -> new EmptyLedger());
        }
    }

    /** A platform with another home, and the same root key and database. */
    Tenancy open(String home) {
        return open(home, url -> url);
    }

    /** The same platform with its database at another port of this machine; closed by the caller. */
    Tenancy openAt(int port) {
        return open("home", url -> url.replaceAll(":[0-9]+/", ":" + port + "/"));
    }

    private Tenancy open(String home, UnaryOperator<String> place) {
        return Tenancy.openWith(
                Home.create(directory.resolve(home)), RootKeys.of(rootKey().toString()), database(place));
    }

    /** The same login to the ledger's own schema. */
    private Database database(UnaryOperator<String> place) {
        try {
            var login = new ByteArrayOutputStream();
            RealPlatform.database().writeTo(new DataOutputStream(login));
            var in = new DataInputStream(new ByteArrayInputStream(login.toByteArray()));
            var moved = new ByteArrayOutputStream();
            new DataOutputStream(moved).writeUTF(place.apply(in.readUTF()) + "?currentSchema=" + schema);
            in.transferTo(moved);
            return Database.readFrom(new DataInputStream(new ByteArrayInputStream(moved.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlatformScope scope(Tenancy tenancy, Purpose purpose) {
        return tenancy.openPlatform(new Actor("tester"), Role.ENGINEER, Source.TEST, purpose);
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

    void execute(String sql) {
        execute(tenancy.database(), sql);
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

    static void execute(Database database, String sql) {
        database.transact("test", handle -> handle.createScript(sql).execute());
    }
}
