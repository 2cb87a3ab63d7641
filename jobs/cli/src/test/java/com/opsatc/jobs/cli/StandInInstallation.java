package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An installation whose run is a stand-in that computes nothing, and its command line. */
public record StandInInstallation(TestHome home) {
    /** Made once for all tests of a JVM, so that a tenant which several of them add has one source. */
    public static StandInInstallation in(TestHome home) throws IOException {
        StandInInstallation installation = new StandInInstallation(home);
        if (!Files.exists(installation.extract())) {
            installation.install();
        }

        return installation;
    }

    public Path folder() {
        return home.folder().resolve("stand-in");
    }

    public Path root() {
        return folder().resolve("a root");
    }

    private Path extract() {
        return folder().resolve("log.xes");
    }

    private void install() throws IOException {
        Path real = Path.of(System.getProperty("opsatc.root"));
        Path target = Files.createDirectories(root().resolve("jobs/run/target"));
        Path cli = real.resolve("jobs/cli/target");
        Files.writeString(
                target.resolve("classpath"),
                cli.resolve("test-classes") + ":" + Files.readString(cli.resolve("classpath")));
        Files.writeString(target.resolve("run.options"), "--add-opens=java.base/java.nio=ALL-UNNAMED");
        Path connector = root().resolve("conf/connectors/generic/xes.yaml");
        Files.createDirectories(connector.getParent());
        Files.copy(real.resolve("conf/connectors/generic/xes.yaml"), connector);
        Files.writeString(extract(), "<log/>");
    }

    public CommandRun run(String... arguments) {
        return new CommandRun.Start(root(), folder(), home.start().environment(), false).run(arguments);
    }

    /** Adds a tenant, or finds it added. */
    public String tenant(String name) {
        CommandRun added = run(
                "tenant",
                "add",
                name,
                "--connector",
                "generic/xes",
                "--source",
                extract().toString());
        assertThat(added.code()).as(added.err()).isZero();

        return name;
    }

    public List<Path> scratchFolders(String tenant) throws IOException {
        try (Stream<Path> files = Files.list(home.home().resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(tenant + "."))
                    .toList();
        }
    }
}
