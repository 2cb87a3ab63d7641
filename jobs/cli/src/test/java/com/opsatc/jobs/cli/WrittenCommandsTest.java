package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verbs and options that the pages write down are there. What README's own lines do is tried by RunEndToEndTest. */
class WrittenCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    @TempDir
    private Path folder;

    @Test
    void lines_ofCodeBlocksOfAllPages_areUnderstood() throws IOException {
        int lines = 0;
        for (Path page : pages()) {
            for (String line : ReadmeCommands.lines(page)) {
                CommandRun.in(folder).line().parseArgs(ReadmeCommands.words(line));
                lines++;
            }
        }

        assertThat(ReadmeCommands.lines(ReadmeCommands.README)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(lines).isGreaterThan(12);
    }

    @Test
    void line_withAnOptionThatIsNotThere_isNotUnderstood() {
        CommandLine line = CommandRun.in(folder).line();
        assertThatThrownBy(() -> line.parseArgs(ReadmeCommands.words("./opsatc run --tenant acme --recomputed")))
                .isInstanceOf(CommandLine.UnmatchedArgumentException.class);
    }

    @Test
    void options_ofReadmesTableOfVerbs_areThoseOfTheirVerbs() throws IOException {
        List<String> wrong = new ArrayList<>();
        int options = 0;
        for (String row : rows()) {
            List<CommandLine> verbs = verbs(row);
            assertThat(verbs).as(row).isNotEmpty();
            for (String option : options(row)) {
                options++;
                if (verbs.stream().noneMatch(verb -> has(verb, option))) {
                    wrong.add(option + " of: " + row);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(options).isGreaterThan(15);
    }

    @Test
    void verbs_ofTheProgram_areInReadmesTable() throws IOException {
        Set<String> missing = new TreeSet<>(line().getSubcommands().keySet());
        rows().forEach(row -> words(row).forEach(missing::remove));

        assertThat(missing).containsExactly("generate-completion");
    }

    @Test
    void options_thatReadmeNames_areThere() throws IOException {
        String readme = Files.readString(ReadmeCommands.README);
        Set<String> missing = new TreeSet<>(options(readme));
        missing.removeIf(option -> has(line(), option));

        assertThat(missing).isEmpty();
    }

    private CommandLine line() {
        return CommandRun.in(folder).line();
    }

    private static List<String> rows() throws IOException {
        return Files.readString(ReadmeCommands.README)
                .split("\n## The verbs\n")[1]
                .split("\n\n")[0]
                .lines()
                .filter(row -> row.startsWith("| `"))
                .toList();
    }

    /** The verbs that the first cell of a row names. */
    private List<CommandLine> verbs(String row) {
        Map<String, CommandLine> all = line().getSubcommands();

        return words(row).stream().filter(all::containsKey).map(all::get).toList();
    }

    private static List<String> words(String row) {
        String cell = row.split("(?<!\\\\)\\|")[1];

        return CODE.matcher(cell)
                .results()
                .flatMap(code -> Stream.of(code.group(1).split("[ \\\\|]+")))
                .toList();
    }

    private static Set<String> options(String text) {
        Set<String> options = new TreeSet<>();
        CODE.matcher(text)
                .results()
                .map(code -> code.group(1))
                .forEach(code ->
                        OPTION.matcher(code).results().map(MatchResult::group).forEach(options::add));

        return options;
    }

    /** Whether a verb or one below it has the option. */
    private static boolean has(CommandLine verb, String option) {
        return verb.getCommandSpec().findOption(option) != null
                || verb.getSubcommands().values().stream().anyMatch(below -> has(below, option));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(
                                    ReadmeCommands.README, ROOT.resolve("PRIVACY.md"), ROOT.resolve("CONTRIBUTING.md")),
                            pages.filter(page -> page.toString().endsWith(".md")))
                    .toList();
        }
    }
}
