package com.opsatc.jobs.cli;

import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.audit.AuditEntry;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A folder with a home, a root key outside it, and one database server for all tests of this JVM; the server is stopped
 * and the folder removed at the JVM's end.
 */
public record TestHome(Path folder) {
    private static final TestHome SHARED = create();

    /** Passes the shared home to test constructors and methods. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestHome.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return SHARED;
        }
    }

    public Path home() {
        return folder.resolve("home");
    }

    public Path rootKey() {
        return folder.resolve("key/root.key");
    }

    /** A command line that works in this home. */
    public CommandRun.Start start() {
        return CommandRun.in(folder)
                .with("OPSATC_HOME", home().toString())
                .with("OPSATC_ROOT_KEY", rootKey().toString());
    }

    public Tenancy open() {
        return Tenancy.open(Home.create(home()), RootKeys.of(rootKey().toString()));
    }

    /** The entries of a tenant's audit log. */
    public List<AuditEntry> log(TenantId tenant) {
        try (Tenancy tenancy = open();
                TenantScope scope =
                        tenancy.open(tenant, new Actor("tester"), Role.OPERATOR, Source.TEST, Purpose.READ)) {
            List<AuditEntry> entries = new ArrayList<>();
            AuditEntries.read(
                    scope,
                    /* from= */ 0,
                    stored -> entries.add(CanonicalJson.read(AuditEntries.open(scope, stored), AuditEntry.class)));
            return entries;
        }
    }

    /** What of a tenant passed a gate so far: number, gate, tenant, document, digest, format. */
    public List<String> exports(TenantId tenant) {
        return log(tenant).stream()
                .filter(entry -> entry.action() == AuditAction.GATE_PASSED)
                .map(entry -> entry.index() + " " + entry.details().get("gate") + " " + tenant + " " + entry.object()
                        + " " + entry.details().get("sha256") + " "
                        + entry.details().get("format"))
                .toList();
    }

    private static TestHome create() {
        try {
            TestHome home = new TestHome(Files.createTempDirectory("opsatc-cli").toRealPath());
            Runtime.getRuntime().addShutdownHook(new Thread(home::remove));

            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() {
        if (Files.exists(home())) {
            try (Tenancy tenancy = open()) {
                tenancy.stopServer();
            }
        }
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
