package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command lines of README's code blocks, run as a reader types them, with the reader's own values in the place of README's.
 *
 * <p>Every line is run by the test that holds this, or stands in {@link #NOT_RUN} with its reason: {@link #requireNoneLeft}.
 */
final class ReadmeCommands {
    static final Path README = Path.of(System.getProperty("opsatc.root"), "README.md");
    private static final String PROGRAM = "./opsatc ";

    /** What no test runs as it stands there, and why. */
    private static final Map<String, String> NOT_RUN =
            Map.of("./opsatc demo", "DemoCheckEndToEndTest runs it, with --check and a seed of its own");

    private final CommandRun.Start start;
    private final Map<String, String> values;
    private final List<String> left = new ArrayList<>();

    /** @param values what a reader writes instead of a word of README */
    ReadmeCommands(CommandRun.Start start, Map<String, String> values) throws IOException {
        this.start = start;
        this.values = values;
        left.addAll(lines(README));
    }

    /** The lines that start the program, of a page's code blocks, without their remarks; in the page's order. */
    static List<String> lines(Path page) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (inside && line.startsWith(PROGRAM)) {
                lines.add(line.replaceFirst("\\s+#.*", "").strip());
            }
        }

        return lines;
    }

    /** The words after the program's name. */
    static String[] words(String line) {
        return line.substring(PROGRAM.length()).split(" ");
    }

    /** Runs the one line that begins with a verb, and requires that it succeeds. */
    CommandRun run(String verb) {
        return run(verb, Map.of());
    }

    /** As {@link #run(String)}, with further values that only the test's course tells. */
    CommandRun run(String verb, Map<String, String> found) {
        List<String> lines = left.stream()
                .filter(line -> (line + " ").startsWith(PROGRAM + verb + " "))
                .toList();
        assertThat(lines)
                .as("lines of README that are `" + PROGRAM + verb + "`")
                .hasSize(1);
        String line = lines.get(0);
        left.remove(line);
        CommandRun run = start.run(Stream.of(words(line))
                .map(word -> found.getOrDefault(word, values.getOrDefault(word, word)))
                .toArray(String[]::new));
        assertThat(run.code()).as(line + "\n" + run.err()).isZero();

        return run;
    }

    void requireNoneLeft() {
        assertThat(left)
                .as("lines of README that no test runs: run them here, or say in NOT_RUN why not; and NOT_RUN has none"
                        + " that README has not")
                .containsExactlyInAnyOrderElementsOf(NOT_RUN.keySet());
        assertThat(Arrays.asList(NOT_RUN.values().toArray())).doesNotContain("");
    }
}
