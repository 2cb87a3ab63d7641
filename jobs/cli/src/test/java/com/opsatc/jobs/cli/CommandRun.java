package com.opsatc.jobs.cli;

import com.opsatc.jobs.cli.command.Invocation;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import com.opsatc.jobs.cli.output.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** One command line run inside the test's JVM: its exit code and what it wrote. */
public record CommandRun(int code, String out, String err) {
    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    /** How a command line is started; each step returns a changed copy. */
    public record Start(
            Path root, Path directory, Map<String, String> environment, boolean shown, Instant now, String typed) {
        public Start(Path root, Path directory, Map<String, String> environment, boolean shown) {
            this(root, directory, environment, shown, NOW, "");
        }

        public Start with(String name, String value) {
            Map<String, String> more = new HashMap<>(environment);
            more.put(name, value);

            return new Start(root, directory, more, shown, now, typed);
        }

        Start onScreen() {
            return new Start(root, directory, environment, true, now, typed);
        }

        Start at(Instant instant) {
            return new Start(root, directory, environment, shown, instant, typed);
        }

        /** On a screen, with what the user types there. */
        Start typing(String text) {
            return new Start(root, directory, environment, true, now, text);
        }

        public CommandRun run(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = Opsatc.run(invocation(out, err), arguments);

            return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        /** The tree of verbs and options. */
        public CommandLine line() {
            return Opsatc.commandLine(
                    new OpsatcCommand(invocation(new ByteArrayOutputStream(), new ByteArrayOutputStream())));
        }

        private Invocation invocation(ByteArrayOutputStream out, ByteArrayOutputStream err) {
            boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
            Terminal terminal = new Terminal(print(out), print(err), shown, shown, colour, 100);

            return new Invocation(
                    terminal,
                    new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                    root,
                    directory,
                    environment,
                    Clock.fixed(now, ZoneOffset.UTC));
        }

        private static PrintStream print(ByteArrayOutputStream bytes) {
            return new PrintStream(bytes, true, StandardCharsets.UTF_8);
        }
    }

    /** In an empty folder, without any environment variable, off a screen. */
    public static Start in(Path directory) {
        return new Start(Path.of(System.getProperty("opsatc.root")), directory, Map.of(), false);
    }
}
