package com.opsatc.jobs.cli;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.jobs.cli.command.Invocation;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Style;
import com.opsatc.jobs.cli.output.Terminal;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Main class of the command: parses the arguments, runs the verb, and ends with one of the documented exit codes. */
public final class Opsatc {
    private Opsatc() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.ofProcess(environment);
        Invocation invocation = new Invocation(
                terminal,
                System.in,
                Path.of(System.getProperty("opsatc.root", ".")),
                Path.of(""),
                environment,
                Clock.systemUTC());
        int code = run(invocation, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    /** Runs one command line. Returns the exit code; never throws. */
    static int run(Invocation invocation, String... arguments) {
        CommandLine line = commandLine(new OpsatcCommand(invocation));
        PrintWriter out = writer(invocation.terminal().out());
        PrintWriter err = writer(invocation.terminal().err());
        try {
            return line.setOut(out).setErr(err).execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    static CommandLine commandLine(OpsatcCommand opsatc) {
        CommandLine line = new CommandLine(opsatc);
        Verbs.all(opsatc).forEach(line::addSubcommand);
        Failures failures = new Failures(opsatc);
        // Set last: these settings reach only the subcommands that are there.
        line.registerConverter(LocalDate.class, new DateConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        opsatc.terminal().outStyle() == Style.ANSI ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        listExitCodes(line);

        return line;
    }

    private static void listExitCodes(CommandLine line) {
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        line.getSubcommands().values().forEach(Opsatc::listExitCodes);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "done");
        meanings.put("1", "internal error");
        meanings.put("2", "usage or configuration");
        meanings.put("3", "some tenants failed");
        meanings.put("4", "a quality gate refused the data");
        meanings.put("5", "a policy or an integrity check refused");
        meanings.put("75", "another process holds the tenant, or the database is lost: retry later");
        meanings.put("130", "interrupted");
        requireComplete(meanings);

        return meanings;
    }

    private static void requireComplete(Map<String, String> meanings) {
        String missing = Stream.of(ErrorCode.values())
                .map(code -> String.valueOf(code.exitCode()))
                .filter(code -> !meanings.containsKey(code))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Exit codes without a meaning: " + missing);
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}
