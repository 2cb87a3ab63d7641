package com.opsatc.jobs.cli.verb.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestHome.Extension.class)
class DoctorCommandTest {
    @Test
    void doctor_newMachine_startsADatabaseAndLeavesNothing(@TempDir Path folder) throws IOException {
        CommandRun run = CommandRun.in(folder).with("HOME", folder.toString()).run("doctor");

        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out().lines())
                .hasSize(8)
                .allMatch(line -> line.startsWith("✓ "))
                .anyMatch(line -> line.equals("✓ database       starts on this machine"))
                .anyMatch(line -> line.startsWith("✓ encryption     AES-256-GCM by "));
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void doctor_rootKeyOpenToOthers_saysWhatToDo(TestHome home) throws IOException {
        home.open().close();
        Files.setPosixFilePermissions(home.rootKey(), PosixFilePermissions.fromString("rw-r--r--"));
        try {
            CommandRun run = home.start().run("doctor");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out())
                    .contains("✗ root key       Cannot use the root key " + home.rootKey()
                            + ": group or others may read or write it; run chmod 600 on it\n");
        } finally {
            Files.setPosixFilePermissions(home.rootKey(), PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void jdk_another_saysWhichIsNeeded() {
        assertThatThrownBy(() -> HealthChecks.jdk(21)).hasMessage("this is Java 21; set JAVA_HOME to a JDK 17");
    }

    @Test
    void memory_tooLittle_saysHowMuchIsNeeded() {
        assertThatThrownBy(() -> HealthChecks.memory(2L << 30)).hasMessage("2048 MiB; a run needs 4096 MiB or more");
        assertThat(HealthChecks.memory(8L << 30)).isEqualTo("8 GiB");
    }
}
