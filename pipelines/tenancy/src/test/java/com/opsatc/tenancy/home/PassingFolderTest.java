package com.opsatc.tenancy.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.tenancy.backend.RootKeys;
import com.opsatc.tenancy.scope.Tenancy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PassingFolderTest {
    /** Opens a home in a passing folder, says where and which server, and waits to be ended. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            PassingFolder folder = PassingFolder.create("testkilled");
            try (Tenancy tenancy = Tenancy.open(
                    Home.create(folder.home()),
                    RootKeys.of(folder.path().resolve("config/root.key").toString()))) {
                System.out.println(folder.path() + " " + tenancy.serverProcess().orElseThrow());
                System.in.read();
            }
        }
    }

    @Test
    void create_afterAProcessThatWasKilled_stopsItsServerAndRemovesItsFolder() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] said = holder.inputReader(StandardCharsets.UTF_8).readLine().split(" ");
        Path left = Path.of(said[0]);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(said[1])).orElseThrow();
        holder.destroyForcibly().waitFor();
        assertThat(server.isAlive()).isTrue();
        assertThat(left).isDirectory();

        PassingFolder.create("testkilled").close();

        server.onExit().get(10, TimeUnit.SECONDS);
        assertThat(left).doesNotExist();
    }

    @Test
    void create_foldersOfOthersOrOfTheLiving_areKept() throws Exception {
        try (PassingFolder living = PassingFolder.create("testkept")) {
            long dead = Long.MAX_VALUE / 10;
            Path open = Files.createDirectory(living.path().resolveSibling("opsatc-testkept-" + dead + "-open"));
            Path link = Files.createSymbolicLink(
                    living.path().resolveSibling("opsatc-testkept-" + dead + "-link"), living.path());
            Path swept = Files.createDirectory(
                    living.path().resolveSibling("opsatc-testkept-" + dead + "-swept"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                PassingFolder.create("testkept").close();

                assertThat(living.path()).isDirectory();
                assertThat(open).isDirectory();
                assertThat(link).isSymbolicLink();
                assertThat(swept).doesNotExist();
            } finally {
                Files.delete(open);
                Files.delete(link);
            }
        }
    }
}
