package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo, from made-up extracts to what two real child processes published: what was planted is found, and nothing else. */
class DemoCheckEndToEndTest {
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

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 21)
    void check_seed_findsAllThatWasPlantedInDocumentsOfTheListedBytes(long seed) throws IOException {
        requireFound(home.start().run("demo", "--check", "--seed", Long.toString(seed)));
        DemoDigests.require(home);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 21)
    void check_control_findsNothing(long seed) {
        requireFound(home.start().run("demo", "--check", "--control", "--seed", Long.toString(seed)));
    }

    @Tag("campaign")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22})
    void campaign_seed_findsAllThatWasPlanted(long seed) {
        requireFound(home.start().run("demo", "--check", "--seed", Long.toString(seed)));
    }

    @Tag("campaign")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void campaign_control_findsNothing(long seed) {
        requireFound(home.start().run("demo", "--check", "--control", "--seed", Long.toString(seed)));
    }

    private static void requireFound(CommandRun run) {
        assertThat(run.code()).as(run.err() + run.out()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("ok  ")).count())
                .as(run.out())
                .isGreaterThan(20);
        assertThat(run.out())
                .endsWith("By itself:  with ./opsatc schedule run, job nightly runs every tenant next on Thu 2026-03-05"
                        + " 02:00 Z UTC\n");
    }
}
