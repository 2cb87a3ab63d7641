package com.opsatc.benchmarks.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comments and pages refer to, a reader of the repository finds. */
class DocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));
    private static final Pattern DEFINITION = Pattern.compile("definitions,? ([0-9]\\.[0-9]+)");
    private static final Pattern DECISION = Pattern.compile("architecture decision ([0-9]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void comments_thatCiteADefinitionOrDecision_citeOneThatIsThere() throws IOException {
        Set<String> definitions = found(
                Pattern.compile("(?m)^### ([0-9]\\.[0-9]+) "), Files.readString(ROOT.resolve("docs/definitions.md")));
        Set<String> decisions =
                found(Pattern.compile("(?m)^([0-9]+)\\. "), Files.readString(ROOT.resolve("docs/architecture.md")));
        Set<String> citedDefinitions = new TreeSet<>();
        Set<String> citedDecisions = new TreeSet<>();
        for (Path file : files(".java")) {
            String text = Files.readString(file);
            citedDefinitions.addAll(found(DEFINITION, text));
            citedDecisions.addAll(found(DECISION, text));
        }

        assertThat(definitions).containsAll(citedDefinitions);
        assertThat(decisions).containsAll(citedDecisions);
        assertThat(citedDefinitions).isNotEmpty();
        assertThat(citedDecisions).isNotEmpty();
    }

    @Test
    void pages_linksToFiles_leadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : files(".md")) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                if (!Files.exists(page.resolveSibling(links.group(1)))) {
                    broken.add(ROOT.relativize(page) + " -> " + links.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !ROOT.relativize(file)
                            .toString()
                            .matches("(.*/)?(target|node_modules|\\.git|\\.opsatc)/.*"))
                    .toList();
        }
    }
}
