package com.opsatc.jobs.cli.verb.operate;

import com.opsatc.boundary.gate.WriteGates;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.host.ProductVersion;
import com.opsatc.jobs.host.child.Installation;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.home.PassingFolder;
import com.opsatc.tenancy.key.AesProvider;
import com.opsatc.tenancy.key.RootKeyPlace;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.tenant.Tenants;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every check of {@code doctor}, in the order they are shown; a new check is a line here. */
public final class HealthChecks {
    private static final long MEBI = 1L << 20;
    private static final long LEAST_MEMORY = 4096 * MEBI;

    private final OpsatcCommand opsatc;

    private HealthChecks(OpsatcCommand opsatc) {
        this.opsatc = opsatc;
    }

    static List<HealthCheck> all(OpsatcCommand opsatc) {
        HealthChecks checks = new HealthChecks(opsatc);

        return List.of(
                HealthCheck.of("JDK", () -> jdk(Runtime.version().feature())),
                HealthCheck.of("memory", () -> memory(physicalMemory())),
                HealthCheck.of("program", checks::program),
                HealthCheck.of("configuration", checks::configuration),
                HealthCheck.of("home", checks::home),
                HealthCheck.of("root key", checks::rootKey),
                HealthCheck.of("database", checks::database),
                HealthCheck.of("encryption", HealthChecks::encryption));
    }

    static String jdk(int feature) {
        if (feature != 17) {
            throw wrong("this is Java " + feature + "; set JAVA_HOME to a JDK 17");
        }

        return Runtime.version() + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    static String memory(long bytes) {
        if (bytes < LEAST_MEMORY) {
            throw wrong(bytes / MEBI + " MiB; a run needs " + LEAST_MEMORY / MEBI + " MiB or more");
        }

        return bytes / MEBI / 1024 + " GiB";
    }

    private String program() {
        Installation installation = new Installation(opsatc.invocation().root());

        return "opsatc " + ProductVersion.text() + " in " + installation.root() + ", a run's class path has "
                + installation.classPath("jobs/run").size() + " entries";
    }

    private String configuration() {
        Path conf = opsatc.invocation().conf();
        int definitions = Definitions.load(conf.resolve("definitions")).all().size();
        int levers = Levers.load(conf.resolve("levers")).all().size();
        Connectors connectors = opsatc.connectors();
        WriteGates.load(conf);
        if (!connectors.broken().isEmpty()) {
            throw wrong("tenants of connectors that cannot be used cannot run: "
                    + String.join("; ", connectors.broken().values()));
        }

        return definitions + " definitions, " + levers + " levers, "
                + connectors.all().size() + " connectors, write gates";
    }

    private String home() throws IOException {
        Path home = opsatc.homePath();
        if (Files.isDirectory(home)) {
            Path probe = Files.createTempFile(new Home(home).root(), "doctor", null);
            Files.delete(probe);

            return home + ", writable";
        }

        Path parent = home;
        while (!Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (!Files.isWritable(parent)) {
            throw wrong(home + " cannot be made: " + parent + " is not writable; name another with --home");
        }

        return home + ", not there yet; opsatc tenant add makes it";
    }

    private String rootKey() throws IOException {
        if (!Files.isDirectory(opsatc.homePath())) {
            return "made with the home, outside it";
        }

        RootKeyPlace place = opsatc.rootKeyPlace(opsatc.existingHome());
        if (!place.isTaken() && !holdsSecrets(opsatc.existingHome())) {
            return place + ", not there yet; opsatc tenant add makes it";
        }

        // Opening the platform checks the place, the permissions and that it is the key of this home.
        try (Tenancy tenancy = opsatc.open()) {
            return place + ", for its owner only, outside " + tenancy.home().root();
        }
    }

    private static boolean holdsSecrets(Home home) throws IOException {
        try (Stream<Path> secrets = Files.list(home.keys())) {
            return secrets.findAny().isPresent();
        }
    }

    private String database() throws IOException {
        if (Files.isDirectory(opsatc.homePath())) {
            try (Tenancy tenancy = opsatc.open()) {
                return "running"
                        + tenancy.serverProcess()
                                .map(process -> " as process " + process)
                                .orElse("") + ", " + Tenants.of(tenancy).list().size()
                        + " tenants; opsatc stop ends it";
            }
        }

        try (PassingFolder folder = PassingFolder.create("doctor");
                Tenancy tenancy = Tenancy.open(
                        Home.create(folder.home()),
                        RootKeys.of(folder.path().resolve("key/root.key").toString()))) {
            Tenants.of(tenancy).list();

            return "starts on this machine";
        }
    }

    private static String encryption() {
        AesProvider.install();

        return "AES-256-GCM by " + AesProvider.name();
    }

    public static long physicalMemory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private static PipelineException wrong(String message) {
        return new PipelineException(ErrorCode.CONFIGURATION, message);
    }
}
