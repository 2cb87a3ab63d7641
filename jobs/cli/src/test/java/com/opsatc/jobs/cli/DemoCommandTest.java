package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void openHome() throws IOException {
        home = new TestHome(folder.toRealPath());
    }

    @AfterEach
    void stopServer() {
        try (Tenancy tenancy = home.open()) {
            tenancy.stopServer();
        }
    }

    @Test
    void demo_tenantWithOtherExtracts_isLeftAloneAndNothingIsWritten() throws IOException {
        Path extracts = Files.createDirectory(folder.resolve("extracts"));
        Files.writeString(extracts.resolve("log.xes"), "<log/>");
        home.start().run("tenant", "add", "globex", "--connector", "generic/xes", "--source", extracts.toString());

        CommandRun demo = home.start().run("demo", "--seed", "7");

        assertThat(demo)
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot run the demo of seed 7: tenant globex of " + home.home()
                                + " reads other extracts, of another seed or your own; give this demo a home of its own"
                                + " with --home DIR\n"));
        assertThat(home.home().resolve("demo")).doesNotExist();
        assertThat(home.start().run("tenant", "list").out()).doesNotContain("acme");
    }
}
