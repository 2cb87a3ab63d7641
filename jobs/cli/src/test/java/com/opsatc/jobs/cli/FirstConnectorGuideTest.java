package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the guide says, word for word: saves its files, types its commands, and looks for what it says they print. The home's
 * server is the one that other tests have.
 */
@ExtendWith(TestHome.Extension.class)
class FirstConnectorGuideTest {
    private static final Path GUIDE = Path.of(System.getProperty("opsatc.root"), "docs/your-first-connector.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)(.*?)^```(\\w+)\n(.*?)^```\n");
    private static final Pattern SAVED = Pattern.compile("Save this as `([^`]+)`:\\s*$");
    private static final Pattern MISTAKE = Pattern.compile("Had you written `([^`]+)` in line ([0-9]+)");

    @TempDir
    private Path folder;

    private final TestHome home;

    FirstConnectorGuideTest(TestHome home) {
        this.home = home;
    }

    @Test
    void guide_followedWordForWord_endsInFigures() throws IOException {
        // The home of the guide is that of all tests, which is elsewhere; its connectors lie where the guide says.
        Files.createDirectories(folder.resolve(".opsatc"));
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        CommandRun last = null;
        int commands = 0;
        while (blocks.find()) {
            Matcher saved = SAVED.matcher(blocks.group(1));
            Matcher mistake = MISTAKE.matcher(blocks.group(1));
            if (saved.find()) {
                save(folder.resolve(saved.group(1)), blocks.group(3));
            } else if (mistake.find()) {
                assertThat(mistaken(mistake.group(1), Integer.parseInt(mistake.group(2))))
                        .contains(blocks.group(3).strip());
            } else if (blocks.group(2).equals("sh")) {
                for (String line : blocks.group(3).lines().toList()) {
                    last = run(line);
                    commands++;
                    assertThat(last.code()).as(line + "\n" + last.err()).isZero();
                }
            } else {
                assertThat(last.out()).contains(blocks.group(3).strip());
            }
        }

        assertThat(commands).isEqualTo(7);
    }

    /** What the connector says with one line replaced, which is then put back. */
    private String mistaken(String text, int line) throws IOException {
        Path file = folder.resolve(".opsatc/connectors/acme/tickets.yaml");
        List<String> right = Files.readAllLines(file);
        List<String> wrong = new java.util.ArrayList<>(right);
        wrong.set(line - 1, right.get(line - 1).replaceFirst("\\S.*", text));
        Files.write(file, wrong);
        try {
            return run("./opsatc connectors show acme/tickets").err();
        } finally {
            Files.write(file, right);
        }
    }

    private CommandRun run(String line) throws IOException {
        List<String> words = List.of(line.split(" "));
        if (words.subList(0, 2).equals(List.of("chmod", "700"))) {
            Files.setPosixFilePermissions(folder.resolve(words.get(2)), PosixFilePermissions.fromString("rwx------"));
            return new CommandRun(0, "", "");
        }

        assertThat(words.get(0)).isEqualTo("./opsatc");
        return new CommandRun.Start(
                        Path.of(System.getProperty("opsatc.root")),
                        folder,
                        home.start().environment(),
                        /* shown= */ false)
                .with("OPSATC_CONF", folder.resolve(".opsatc").toString())
                .run(words.subList(1, words.size()).toArray(new String[0]));
    }

    private static void save(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
