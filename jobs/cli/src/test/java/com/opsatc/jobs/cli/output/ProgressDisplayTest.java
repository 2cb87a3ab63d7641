package com.opsatc.jobs.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.run.ProgressEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private static final String NONE = "░".repeat(12);
    private static final String HALF = "█".repeat(6) + "░".repeat(6);
    private static final String FULL = "█".repeat(12);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void show_twoTenantsOnAScreen_keepsALineForEachBelowWhatIsDone() {
        ProgressDisplay display = display(true);

        display.show("acme", running("admit", 0, 2));
        assertThat(written()).isEqualTo("\r\u001b[K\u001b[?7l" + line("acme", "admit", NONE) + "\u001b[?7h");

        display.show("globex", running("start", 1, 2));
        assertThat(written())
                .isEqualTo("\r\u001b[K\u001b[?7l" + line("acme", "admit", NONE) + "\n" + line("globex", "start", HALF)
                        + "\u001b[?7h");

        display.show("globex", finished("start"));
        assertThat(written())
                .isEqualTo("\u001b[1A\r\u001b[J" + line("globex", "start", FULL) + "\n\u001b[?7l"
                        + line("acme", "admit", NONE) + "\u001b[?7h");

        display.show("acme", finished("admit"));
        assertThat(written()).isEqualTo("\r\u001b[K" + line("acme", "admit", FULL) + "\n");
    }

    @Test
    void close_openLine_staysAboveThoseThatGoOn() {
        ProgressDisplay display = display(true);
        display.show("acme", running("admit", 1, 2));
        display.show("globex", running("admit", 0, 2));
        written();

        display.close("acme");
        assertThat(written())
                .isEqualTo("\u001b[1A\r\u001b[J" + line("acme", "admit", HALF) + "\n\u001b[?7l"
                        + line("globex", "admit", NONE) + "\u001b[?7h");

        display.close("globex");
        display.close("globex");
        assertThat(written()).isEqualTo("\r\u001b[K" + line("globex", "admit", NONE) + "\n");
    }

    @Test
    void show_offAScreen_isALineForEachCompleteStage() {
        ProgressDisplay display = display(false);

        display.show("acme", running("admit", 1, 2));
        display.show("globex", finished("start"));
        display.close("acme");

        assertThat(written()).isEqualTo("globex       start                                                  0:03\n");
    }

    private ProgressDisplay display(boolean shown) {
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        return new ProgressDisplay(new Terminal(stream, stream, shown, shown, false, 100));
    }

    /** What was written since it was last asked for. */
    private String written() {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();

        return text;
    }

    private static ProgressEvent running(String stage, long done, long total) {
        return new ProgressEvent(stage, done, total, 0, 3000, false, null);
    }

    private static ProgressEvent finished(String stage) {
        return new ProgressEvent(stage, 1, 1, 0, 3000, true, null);
    }

    /** Name and stage in columns, then the bar, an empty place for rows, and the time. */
    private static String line(String tenant, String stage, String bar) {
        return tenant + " ".repeat(13 - tenant.length()) + stage + " ".repeat(37 - stage.length()) + bar
                + " ".repeat(19) + "0:03";
    }
}
