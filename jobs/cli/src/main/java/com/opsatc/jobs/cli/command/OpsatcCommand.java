package com.opsatc.jobs.cli.command;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.audit.AuditAction;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.TenantId;
import com.opsatc.instrumentation.PlatformTelemetry;
import com.opsatc.jobs.cli.output.ProgressDisplay;
import com.opsatc.jobs.cli.output.Terminal;
import com.opsatc.jobs.host.FailureLog;
import com.opsatc.jobs.host.Host;
import com.opsatc.jobs.host.ProductVersion;
import com.opsatc.jobs.host.child.Installation;
import com.opsatc.tenancy.audit.AuditEntries;
import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.home.Home;
import com.opsatc.tenancy.key.RootKeyPlace;
import com.opsatc.tenancy.scope.Actor;
import com.opsatc.tenancy.scope.Purpose;
import com.opsatc.tenancy.scope.Role;
import com.opsatc.tenancy.scope.Source;
import com.opsatc.tenancy.scope.Tenancy;
import com.opsatc.tenancy.scope.TenantScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code opsatc} itself: the options that every verb takes. */
@Command(
        name = "opsatc",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = OpsatcVersion.class,
        usageHelpAutoWidth = false,
        usageHelpWidth = 100,
        sortOptions = false,
        description = "Process intelligence from the extracts of your systems of record.",
        synopsisSubcommandLabel = "VERB",
        exitCodeListHeading = "%nExit codes:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nVerbs:%n")
public final class OpsatcCommand implements Runnable {
    private static final int LONGEST_ACTOR = 64;

    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where all state is kept (else OPSATC_HOME, else .opsatc in the current directory).")
    private Path home;

    @Option(
            names = "--conf",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description =
                    "A folder with connectors/ and quality/ of your own, which count beside the installation's (else"
                            + " OPSATC_CONF, else the home).")
    private Path conf;

    @Option(
            names = "--root-key",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The key that all keys hang on, outside the home (else OPSATC_ROOT_KEY, else where the home"
                    + " last had it, else a file in the user's configuration folder).")
    private String rootKey;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours, as with the environment variable NO_COLOR.")
    private boolean noColor;

    public OpsatcCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Without a verb there is nothing to do: that is a usage error, and the usage is what helps. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }

    public Invocation invocation() {
        return invocation;
    }

    /** The verb that was called, with the verb it belongs to, e.g. {@code tenant show}. */
    public String verb() {
        StringJoiner words = new StringJoiner(" ");
        ParseResult result = spec.commandLine().getParseResult();
        while (result != null && result.hasSubcommand()) {
            result = result.subcommand();
            words.add(result.commandSpec().name());
        }

        return words.toString();
    }

    public Terminal terminal() {
        return noColor ? invocation.terminal().withoutColour() : invocation.terminal();
    }

    public Path homePath() {
        Path chosen = home == null ? Path.of(invocation.environment("OPSATC_HOME", ".opsatc")) : home;

        return invocation.workingDirectory().resolve(chosen).normalize();
    }

    /** The folder of the user's own connectors and quality rules; the home, where none is named, whether it is there or not. */
    public Path ownConfiguration() {
        String named = invocation.environment("OPSATC_CONF", "");
        if (conf == null && named.isEmpty()) {
            return homePath();
        }

        Path chosen = invocation
                .workingDirectory()
                .resolve(conf == null ? Path.of(named) : conf)
                .normalize();
        if (!Files.isDirectory(chosen)) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use the configuration folder " + chosen
                            + ": no folder is there; correct --conf or OPSATC_CONF");
        }

        return chosen;
    }

    /** The installation's connectors and the user's own. */
    public Connectors connectors() {
        return Connectors.load(invocation.conf(), ownConfiguration());
    }

    /** The home as it is; a verb that only reads makes none. */
    public Home existingHome() {
        if (!Files.isDirectory(homePath())) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot find the home " + homePath()
                            + ": nothing is there; name it with --home or OPSATC_HOME, or begin with opsatc tenant"
                            + " add");
        }

        UnwritableHome.refuse(homePath());

        return new Home(homePath());
    }

    /**
     * The root key's place: as the user says; else where the home was last opened with it, so that a home that was copied or
     * moved finds it; else in the user's configuration folder, named by the home.
     */
    public RootKeyPlace rootKeyPlace(Home home) {
        String named = invocation.environment("OPSATC_ROOT_KEY", "");
        if (rootKey != null || !named.isEmpty()) {
            return RootKeys.of(rootKey == null ? named : rootKey, invocation.workingDirectory());
        }

        Path configuration = userConfiguration();

        return home.rememberedRootKey()
                .map(RootKeys::of)
                .filter(RootKeyPlace::isTaken)
                .orElseGet(() -> RootKeys.of(home.defaultRootKey(configuration).toString()));
    }

    /** Where this user's configuration is, outside any home. */
    public Path userConfiguration() {
        String user = invocation.environment("HOME", System.getProperty("user.home"));

        return Path.of(invocation.environment("XDG_CONFIG_HOME", user + "/.config"));
    }

    /** Opens the platform in the home, making the home when it is missing. */
    public Tenancy openOrCreate() {
        UnwritableHome.refuse(homePath());
        Home home = Home.create(homePath());

        return Tenancy.open(home, RootKeys.of(rootKeyPlace(home).toString()));
    }

    /** Opens the platform in a home that is there. */
    public Tenancy open() {
        Home home = existingHome();

        return Tenancy.open(home, RootKeys.of(rootKeyPlace(home).toString()));
    }

    /** Opens one tenant for the person at this terminal; the caller closes it. */
    public TenantScope scope(Tenancy tenancy, TenantId tenant, Role role, Purpose purpose) {
        return tenancy.open(tenant, actor(), role, Source.COMMAND_LINE, purpose);
    }

    /** Records that the person at this terminal looks at what is known of a tenant, before it is shown. */
    public void recordLook(TenantScope scope) {
        AuditEntries.append(scope, AuditAction.READ, verb(), Map.of());
    }

    /** What the runners need to work for whom called the command. */
    public Host host(Tenancy tenancy) {
        return new Host(
                tenancy,
                new Installation(invocation.root()),
                ownConfiguration(),
                actor(),
                Source.COMMAND_LINE,
                invocation.clock(),
                new ProgressDisplay(terminal()));
    }

    public FailureLog failures() {
        return new FailureLog(homePath().resolve("logs"), invocation.clock());
    }

    /** What this process tells of its own work, into the home's spool; the caller closes it. */
    public PlatformTelemetry telemetry(Home home, String service) {
        return PlatformTelemetry.open(
                home.spool(),
                service,
                ProductVersion.text(),
                invocation.clock(),
                complaint -> terminal().err().println("opsatc: " + complaint));
    }

    public Actor actor() {
        String name = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._@-]", "-");

        return new Actor(name.isEmpty() ? "unknown" : name.substring(0, Math.min(name.length(), LONGEST_ACTOR)));
    }
}
