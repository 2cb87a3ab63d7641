package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a copied tree, with a {@code java} and an {@code mvn} that only record how they were called. */
class LauncherTest {
    @TempDir
    private Path folder;

    private Path root;
    private Path tools;

    private record Started(int code, String out, String err) {}

    @BeforeEach
    void copyLauncher() throws IOException {
        root = Files.createDirectories(folder.resolve("a place with spaces/opsatc root"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of(System.getProperty("opsatc.root"), "opsatc"), root.resolve("opsatc"));
        for (String module :
                List.of("schemas", "pipelines", "advisory", "benchmarks", "jobs/cli", "jobs/run", "jobs/telemetry")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        java("17.0.15", true);
        mvn("3.8.7");
    }

    private void tool(String name, String... lines) throws IOException {
        Path file = tools.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void java(String version, boolean compiler) throws IOException {
        tool(
                "java",
                "if [[ $1 = -version ]]; then echo 'openjdk version \"" + version + "\" 2025-04-15' >&2; exit; fi",
                "for a in \"$@\"; do case $a in *WarmUp) exit 0;; esac; done",
                "printf '%s\\n' \"$@\"");
        Files.deleteIfExists(tools.resolve("javac"));
        if (compiler) {
            tool("javac");
        }
    }

    /** Leaves behind what a real build leaves behind, and counts itself. */
    private void mvn(String version) throws IOException {
        tool(
                "mvn",
                "if [[ $1 = -v ]]; then echo 'Apache Maven " + version + "'; exit; fi",
                "echo \"$PWD $*\" >> " + folder.resolve("builds"),
                "sleep 0.3",
                "for m in cli run telemetry; do mkdir -p jobs/$m/target; printf /lib/$m.jar >"
                        + " jobs/$m/target/classpath; done",
                "touch jobs/cli/target/opsatc-cli-0.1.0.jar jobs/run/target/opsatc-run-0.1.0.jar",
                "touch jobs/telemetry/target/opsatc-telemetry-job-0.1.0.jar");
    }

    @Test
    void start_always_dumpsNeitherCoreNorHeap() throws Exception {
        java("17.0.15", true);
        tool(
                "java",
                "if [[ $1 = -version ]]; then echo 'openjdk version \"17.0.15\"' >&2; exit; fi",
                "for a in \"$@\"; do case $a in *WarmUp) exit 0;; esac; done",
                "ulimit -c",
                "printf '%s\\n' \"$@\"");

        Started started = start(root.resolve("opsatc"), folder, "serve");

        assertThat(started.out().lines())
                .startsWith("0")
                .contains(
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:ErrorFile=" + root.toRealPath() + "/target/launcher/crash-%p.log",
                        "-XX:+DisableAttachMechanism");
    }

    private Started start(Path launcher, Path directory, String... arguments) throws Exception {
        return finish(process(launcher, directory, arguments));
    }

    private Process process(Path launcher, Path directory, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", tools + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", "");
        if (Files.isDirectory(folder.resolve("home/bin"))) {
            environment.put("JAVA_HOME", folder.resolve("home").toString());
        }

        return builder.start();
    }

    private static Started finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        return new Started(process.exitValue(), out, err);
    }

    private List<String> builds() throws IOException {
        Path file = folder.resolve("builds");

        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void start_first_buildsAndPassesTheArgumentsOn() throws Exception {
        Started started = start(root.resolve("opsatc"), folder, "kpis", "--tenant", "a b");

        assertThat(started.err()).startsWith("opsatc: building (once;").contains("opsatc: built in ");
        assertThat(started.code()).isZero();
        assertThat(started.out().lines())
                .endsWith(
                        "-cp",
                        root.toRealPath() + "/jobs/cli/target/opsatc-cli-0.1.0.jar:/lib/cli.jar",
                        "com.opsatc.jobs.cli.Opsatc",
                        "kpis",
                        "--tenant",
                        "a b")
                .contains("-XX:TieredStopAtLevel=1", "-Dopsatc.root=" + root.toRealPath(), "-Dopsatc.terminal.out=no");
        assertThat(builds())
                .containsExactly(root.toRealPath() + " -q -B -Dmaven.test.skip=true -Dspotless.check.skip package");
    }

    @Test
    void start_second_doesNotBuild() throws Exception {
        start(root.resolve("opsatc"), folder);

        assertThat(start(root.resolve("opsatc"), folder, "doctor").err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void start_afterASourceChanged_buildsAgain() throws Exception {
        start(root.resolve("opsatc"), folder);
        Path source = Files.writeString(root.resolve("jobs/cli/src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(start(root.resolve("opsatc"), folder).err()).startsWith("opsatc: building");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void start_afterATestChanged_doesNotBuild() throws Exception {
        start(root.resolve("opsatc"), folder);
        Path test = Files.createDirectories(root.resolve("jobs/cli/src/test")).resolve("NewTest.java");
        Files.setLastModifiedTime(
                Files.writeString(test, "x"), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(start(root.resolve("opsatc"), folder).err()).isEmpty();
    }

    @Test
    void start_throughALinkFromAnotherFolder_findsItsRoot() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("my link"), root.resolve("opsatc"));
        Path relative = Files.createSymbolicLink(folder.resolve("second"), Path.of("my link"));

        assertThat(start(relative, folder).out().lines()).contains("-Dopsatc.root=" + root.toRealPath());
        assertThat(start(link, tools).code()).isZero();
    }

    @Test
    void start_twoAtOnce_buildOnce() throws Exception {
        Process first = process(root.resolve("opsatc"), folder);
        Process second = process(root.resolve("opsatc"), folder);

        assertThat(finish(first).code()).isZero();
        assertThat(finish(second).code()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void start_lockOfADeadBuild_isTakenOver() throws Exception {
        Path lock = Files.createDirectories(root.resolve("target/launcher/lock"));
        Process dead = new ProcessBuilder("/bin/true").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), String.valueOf(dead.pid()));

        assertThat(start(root.resolve("opsatc"), folder).code()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void start_otherJava_saysWhichIsNeeded() throws Exception {
        java("21.0.1", true);

        assertThat(start(root.resolve("opsatc"), folder))
                .isEqualTo(new Started(
                        2,
                        "",
                        "opsatc: Cannot start: " + tools
                                + "/java is Java 21.0.1; OpsATC needs JDK 17, as Spark 3.5 and Deequ do; install it and"
                                + " set JAVA_HOME to it\n"));
    }

    @Test
    void start_runtimeWithoutCompiler_saysSo() throws Exception {
        java("17", false);

        Started started = start(root.resolve("opsatc"), folder);

        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err())
                .isEqualTo(
                        "opsatc: Cannot build: " + tools + "/java is a runtime without a compiler; OpsATC builds itself"
                                + " once; install a JDK 17 (Debian: openjdk-17-jdk) and set JAVA_HOME to it\n");
    }

    @Test
    void start_oldMaven_saysWhichIsNeeded() throws Exception {
        mvn("3.8.6");

        assertThat(start(root.resolve("opsatc"), folder))
                .isEqualTo(new Started(
                        2,
                        "",
                        "opsatc: Cannot build: mvn is Maven 3.8.6; OpsATC needs 3.8.7 or newer; install a newer Maven"
                                + " and put it first in PATH\n"));
    }

    @Test
    void start_failedBuild_showsItsEndAndIsTriedAgain() throws Exception {
        tool("mvn", "if [[ $1 = -v ]]; then echo 'Apache Maven 3.9.9'; exit; fi", "echo '[ERROR] broken'; exit 1");

        Started started = start(root.resolve("opsatc"), folder);

        assertThat(started.code()).isEqualTo(2);
        assertThat(started.err()).contains("[ERROR] broken\nopsatc: Cannot build: mvn package failed");
        assertThat(root.resolve("target/launcher/lock")).doesNotExist();
        assertThat(root.resolve("target/launcher/stamp")).doesNotExist();
    }

    @Test
    void start_javaHome_winsOverPath() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("home/bin"));
        java("17.0.2", true);
        Files.move(tools.resolve("java"), bin.resolve("java"));
        Files.move(tools.resolve("javac"), bin.resolve("javac"));
        java("11", true);

        assertThat(start(root.resolve("opsatc"), folder).code()).isZero();
    }
}
