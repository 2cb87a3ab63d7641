package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A value that an option cannot have ends every verb with code 2 and one sentence, never with an internal error. */
final class BadValuesTest {
    /** A legal value of what a verb requires, so that it gets as far as looking at the bad one. */
    private static final Map<String, String> PLAUSIBLE = Map.of(
            "--tenant", "no-such-tenant",
            "--connector", "generic/xes",
            "--source", ".",
            "--out", "report.html",
            "--tenants", "3");

    /** Any number draws something. */
    private static final Set<String> ANY_NUMBER = Set.of("--seed");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> everyOption_valueItCannotHave_isRefusedInASentence() {
        List<DynamicTest> tests = new ArrayList<>();
        collect(CommandRun.in(folder).line(), List.of(), tests);
        assertThat(tests).hasSizeGreaterThan(60);

        return tests;
    }

    private void collect(CommandLine line, List<String> verb, List<DynamicTest> tests) {
        line.getSubcommands().forEach((name, sub) -> {
            List<String> path = new ArrayList<>(verb);
            path.add(name);
            collect(sub, path, tests);
        });
        for (OptionSpec option : line.getCommandSpec().options()) {
            for (String value : bad(option)) {
                List<String> arguments = arguments(line.getCommandSpec(), verb, option, value);
                tests.add(DynamicTest.dynamicTest(String.join(" ", arguments), () -> refused(arguments)));
            }
        }
    }

    private void refused(List<String> arguments) {
        CommandRun run = CommandRun.in(folder).run(arguments.toArray(String[]::new));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("opsatc: ").hasLineCount(1).doesNotContain("internal error", "Exception");
    }

    private static List<String> arguments(CommandSpec verb, List<String> path, OptionSpec bad, String value) {
        List<String> arguments = new ArrayList<>(path);
        for (PositionalParamSpec positional : verb.positionalParameters()) {
            if (positional.required()) {
                arguments.add(positional.paramLabel().equals("STATE") ? "on" : "plausible");
            }
        }
        for (OptionSpec option : verb.options()) {
            if (option.required()
                    && !option.equals(bad)
                    && PLAUSIBLE.containsKey(option.longestName())
                    && option.group() == null) {
                arguments.add(option.longestName());
                arguments.add(PLAUSIBLE.get(option.longestName()));
            }
        }
        arguments.add(bad.longestName() + "=" + value);

        return arguments;
    }

    private static List<String> bad(OptionSpec option) {
        Class<?> type = type(option);
        if (type == int.class || type == long.class || type == BigDecimal.class) {
            List<String> values = new ArrayList<>(List.of("", "x", "1.5", "99999999999999999999"));
            if (!ANY_NUMBER.contains(option.longestName())) {
                values.add("-1");
            }
            return values;
        }
        if (type == LocalDate.class) {
            return List.of("", "yesterday", "2026-13-01", "2026-02-30", "01.02.2026");
        }
        if (type.isEnum()) {
            return List.of("", "x");
        }
        if (Map.class.isAssignableFrom(type)) {
            return List.of("no-equals-sign");
        }

        return switch (option.longestName()) {
            case "--tenant" -> List.of("", "../x", "A", "x".repeat(64));
            case "--zone" -> List.of("", "Mars/Phobos");
            case "--source-name", "--process" -> List.of("No Name", "x".repeat(64));
            case "--attempt" -> List.of("../x", "A B");
            default -> List.of();
        };
    }

    private static Class<?> type(ArgSpec option) {
        return option.typeInfo().isMultiValue() && !Map.class.isAssignableFrom(option.type())
                ? option.auxiliaryTypes()[0]
                : option.type();
    }
}
