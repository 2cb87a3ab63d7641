package com.opsatc.benchmarks.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** A Java notebook: its code cells, run one after the other as its kernel would. */
final class Notebook {
    private final JsonNode root;

    private Notebook(JsonNode root) {
        this.root = root;
    }

    static Notebook read(Path file) throws IOException {
        return new Notebook(new ObjectMapper().readTree(file.toFile()));
    }

    String kernel() {
        return root.at("/metadata/kernelspec/name").textValue();
    }

    /** Whether results of an earlier run are stored with the cells. */
    boolean hasOutputs() {
        return codeCells().stream()
                .anyMatch(cell -> !cell.get("outputs").isEmpty()
                        || !cell.get("execution_count").isNull());
    }

    /** Runs all cells in this JVM and returns what they printed; fails at the first snippet that does not run. */
    String run() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("-classpath", System.getProperty("java.class.path"))
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            for (JsonNode cell : codeCells()) {
                snippets(shell, source(cell)).forEach(snippet -> run(shell, snippet));
            }
        } finally {
            System.setOut(console);
        }

        return printed.toString(StandardCharsets.UTF_8);
    }

    private static void run(JShell shell, String source) {
        for (SnippetEvent event : shell.eval(source)) {
            if (event.exception() != null) {
                throw new IllegalStateException("Cannot run: " + source, event.exception());
            }

            if (event.status() == Snippet.Status.REJECTED) {
                throw new IllegalStateException("Cannot compile: " + source + "\n"
                        + shell.diagnostics(event.snippet())
                                .map(diagnostic -> diagnostic.getMessage(java.util.Locale.ROOT))
                                .toList());
            }
        }
    }

    private static List<String> snippets(JShell shell, String source) {
        List<String> snippets = new ArrayList<>();
        String left = source;
        while (!left.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(left);
            snippets.add(info.source() == null ? left : info.source());
            left = info.source() == null ? "" : info.remaining();
        }

        return snippets;
    }

    private List<JsonNode> codeCells() {
        return StreamSupport.stream(root.get("cells").spliterator(), false)
                .filter(cell -> cell.get("cell_type").textValue().equals("code"))
                .toList();
    }

    private static String source(JsonNode cell) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.textValue()));
        return source.toString();
    }
}
