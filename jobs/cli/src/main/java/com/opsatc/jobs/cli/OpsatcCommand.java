package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.output.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
final class OpsatcCommand implements Runnable {
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
            names = "--root-key",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The key that all keys hang on, outside the home (else OPSATC_ROOT_KEY, else a file in the"
                    + " user's configuration folder).")
    private Path rootKey;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours, as with the environment variable NO_COLOR.")
    private boolean noColor;

    OpsatcCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Without a verb there is nothing to do: that is a usage error, and the usage is what helps. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing verb");
    }

    Invocation invocation() {
        return invocation;
    }

    Terminal terminal() {
        return noColor ? invocation.terminal().withoutColour() : invocation.terminal();
    }

    Path homePath() {
        Path chosen = home == null ? Path.of(invocation.environment("OPSATC_HOME", ".opsatc")) : home;

        return invocation.workingDirectory().resolve(chosen).normalize();
    }

    /** The root key's place when the user named one; null for the default. */
    Path chosenRootKey() {
        String variable = invocation.environment("OPSATC_ROOT_KEY", "");
        if (rootKey == null && variable.isEmpty()) {
            return null;
        }

        return invocation
                .workingDirectory()
                .resolve(rootKey == null ? Path.of(variable) : rootKey)
                .normalize();
    }
}
