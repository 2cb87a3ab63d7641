package com.opsatc.jobs.cli.output;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The two streams a command writes to: results on {@code out}, everything else on {@code err}, both UTF-8.
 *
 * @param outShown {@code out} goes to a screen: results may be coloured
 * @param errShown {@code err} goes to a screen: progress may be redrawn in place
 * @param colour colours are wanted; the environment variable {@code NO_COLOR} switches them off
 * @param columns width of the screen in characters
 */
public record Terminal(
        PrintStream out, PrintStream err, boolean outShown, boolean errShown, boolean colour, int columns) {
    private static final int DEFAULT_COLUMNS = 100;

    public Terminal {
        requireNonNull(out, "out");
        requireNonNull(err, "err");
    }

    /** The process's own streams; the launcher, which can ask the system, says which of them is a screen. */
    public static Terminal ofProcess(Map<String, String> environment) {
        boolean outShown = "yes".equals(System.getProperty("opsatc.terminal.out"));
        boolean errShown = "yes".equals(System.getProperty("opsatc.terminal.err"));
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));

        return new Terminal(
                stream(FileDescriptor.out, outShown, false),
                stream(FileDescriptor.err, errShown, true),
                outShown,
                errShown,
                colour,
                columns(environment.get("COLUMNS")));
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean shown, boolean flushed) {
        FileOutputStream bytes = new FileOutputStream(descriptor);

        return new PrintStream(shown ? new ScreenStream(bytes) : bytes, flushed, StandardCharsets.UTF_8);
    }

    public Terminal withoutColour() {
        return new Terminal(out, err, outShown, errShown, false, columns);
    }

    /** Results carry colour only on a screen that wants it. */
    public Style outStyle() {
        return outShown && colour ? Style.ANSI : Style.PLAIN;
    }

    public Style errStyle() {
        return errShown && colour ? Style.ANSI : Style.PLAIN;
    }

    private static int columns(String text) {
        if (text == null || !text.matches("[1-9][0-9]{1,3}")) {
            return DEFAULT_COLUMNS;
        }

        return Integer.parseInt(text);
    }
}
