package com.opsatc.jobs.cli.output;

import com.opsatc.contract.Humane;
import com.opsatc.contract.run.ProgressEvent;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how far a tenant's run is, a line a stage: on a screen with a bar that is redrawn in place, elsewhere one plain line
 * when the stage is complete.
 */
public final class ProgressDisplay {
    private static final int BAR = 12;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean redrawn;
    private final String tenant;
    private final Style style;
    private boolean open;

    public ProgressDisplay(Terminal terminal, String tenant) {
        this.err = terminal.err();
        this.redrawn = terminal.errShown();
        this.style = terminal.errStyle();
        this.tenant = tenant;
    }

    public synchronized void show(ProgressEvent event) {
        if (redrawn) {
            err.print(ERASE + line(event, bar(event) + " ") + (event.finished() ? System.lineSeparator() : ""));
            err.flush();
            open = !event.finished();
            return;
        }

        if (event.finished()) {
            err.println(line(event, ""));
        }
    }

    /** Ends a line that a failure left open. */
    public synchronized void close() {
        if (open) {
            err.println();
            open = false;
        }
    }

    private String line(ProgressEvent event, String bar) {
        String rows = event.rows() == 0 ? "" : Humane.count(event.rows()) + " rows";
        String note = event.note() == null ? "" : "   " + Shown.text(event.note());

        return String.format(
                        Locale.ROOT,
                        "%-12s %-36s %s%16s  %s%s",
                        tenant,
                        Shown.text(event.stage()),
                        bar,
                        rows,
                        clock(event.elapsedMs()),
                        note)
                .stripTrailing();
    }

    private String bar(ProgressEvent event) {
        int full = 0;
        if (event.finished()) {
            full = BAR;
        } else if (event.total() > 0) {
            full = (int) Math.min(BAR, BAR * event.done() / event.total());
        }

        return style.good("█".repeat(full)) + "░".repeat(BAR - full);
    }

    private static String clock(long ms) {
        long seconds = ms / 1000;

        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
