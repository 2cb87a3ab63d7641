package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OpsatcTest {
    @TempDir
    private Path folder;

    @Test
    void run_version_printsItOnStandardOutput() {
        assertThat(CommandRun.in(folder).run("--version")).isEqualTo(new CommandRun(0, "opsatc 0.1.0\n", ""));
    }

    @Test
    void run_noVerb_isAUsageError() {
        assertThat(CommandRun.in(folder).run())
                .isEqualTo(new CommandRun(2, "", "opsatc: Missing verb; see 'opsatc --help'\n"));
    }

    @Test
    void run_mistypedVerb_namesTheNearest() {
        assertThat(CommandRun.in(folder).run("doctro"))
                .isEqualTo(new CommandRun(
                        2, "", "opsatc: Unknown verb 'doctro'; did you mean doctor?; see 'opsatc --help'\n"));
    }

    @Test
    void run_mistypedOption_namesTheNearest() {
        assertThat(CommandRun.in(folder).run("doctor", "--hoem=x"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Unknown option: '--hoem=x'; did you mean --home?; see 'opsatc doctor --help'\n"));
    }

    @Test
    void run_argumentWithControlCharacters_isShownHarmless() {
        assertThat(CommandRun.in(folder).run("x\u001b[2J").err())
                .isEqualTo("opsatc: Unknown verb 'x\\u001b[2J'; see 'opsatc --help'\n");
    }

    @Test
    void help_everyVerb_saysWhatItDoesAndHowItEnds() {
        for (List<String> path : paths(CommandRun.in(folder).line(), List.of())) {
            List<String> arguments = new ArrayList<>(path);
            arguments.add("--help");
            CommandRun run = CommandRun.in(folder).run(arguments.toArray(String[]::new));

            assertThat(run.code()).as(String.join(" ", path)).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .as(String.join(" ", path))
                    .startsWith("Usage: opsatc" + (path.isEmpty() ? "" : " " + String.join(" ", path)))
                    .contains(
                            "Exit codes:",
                            "0     done",
                            "1     internal error",
                            "2     usage or configuration",
                            "3     some tenants failed",
                            "4     a quality gate refused the data",
                            "5     a policy or an integrity check refused",
                            "75    another process holds the tenant, or the database is lost: retry later",
                            "130   interrupted");
        }
    }

    @Test
    void generateCompletion_printsAScript() {
        CommandRun run = CommandRun.in(folder).run("generate-completion");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("complete -F _complete_opsatc", "doctor");
    }

    private static List<List<String>> paths(CommandLine line, List<String> prefix) {
        List<List<String>> paths = new ArrayList<>();
        paths.add(prefix);
        line.getSubcommands().forEach((name, verb) -> {
            List<String> path = new ArrayList<>(prefix);
            path.add(name);
            paths.addAll(paths(verb, path));
        });

        return paths;
    }
}
