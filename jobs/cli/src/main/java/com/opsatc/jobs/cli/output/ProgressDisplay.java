package com.opsatc.jobs.cli.output;

import com.opsatc.contract.figure.Humane;
import com.opsatc.contract.run.ProgressEvent;
import com.opsatc.jobs.host.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shows how far the runs of tenants are, a line a stage: on a screen with a bar that is redrawn in place, one for each tenant
 * that runs, below the lines of complete stages; elsewhere one plain line when a stage is complete.
 */
public final class ProgressDisplay implements Progress {
    private static final int BAR = 12;

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final String ERASE_DOWN = "\r\u001b[J";

    /** A redrawn line that is wider than the screen is cut by it: one that wrapped could not be found again. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream err;
    private final boolean redrawn;
    private final Style style;
    private final SortedMap<String, String> open = new TreeMap<>();

    public ProgressDisplay(Terminal terminal) {
        this.err = terminal.err();
        this.redrawn = terminal.errShown();
        this.style = terminal.errStyle();
    }

    @Override
    public synchronized void show(String tenant, ProgressEvent event) {
        if (redrawn) {
            String erase = erase();
            if (event.finished()) {
                open.remove(tenant);
                redraw(erase + line(tenant, event, bar(event) + " ") + System.lineSeparator());
            } else {
                open.put(tenant, line(tenant, event, bar(event) + " "));
                redraw(erase);
            }
            return;
        }

        if (event.finished()) {
            err.println(line(tenant, event, ""));
        }
    }

    /** Leaves the line that a failure left open where it is. */
    @Override
    public synchronized void close(String tenant) {
        if (open.containsKey(tenant)) {
            String erase = erase();
            redraw(erase + open.remove(tenant) + System.lineSeparator());
        }
    }

    private void redraw(String above) {
        String below = open.isEmpty() ? "" : CUT + String.join(System.lineSeparator(), open.values()) + WRAP;
        err.print(above + below);
        err.flush();
    }

    /** The cursor stands at the end of the last open line. */
    private String erase() {
        return open.size() > 1 ? "\u001b[" + (open.size() - 1) + "A" + ERASE_DOWN : ERASE_LINE;
    }

    private String line(String tenant, ProgressEvent event, String bar) {
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
