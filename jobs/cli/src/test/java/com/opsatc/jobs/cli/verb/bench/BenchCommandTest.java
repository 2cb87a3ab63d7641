package com.opsatc.jobs.cli.verb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.cli.CommandRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    private Path folder;

    @Test
    void bench_withoutVerb_isAUsageError() {
        CommandRun run = CommandRun.in(folder).run("bench");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Missing verb");
    }

    @Test
    void mining_tooFewEvents_isRefused() {
        CommandRun run = CommandRun.in(folder).run("bench", "mining", "--events", "999");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Invalid value for option '--events': use at least 1000");
    }

    @Test
    void mining_tabularFormat_isRefused() {
        CommandRun run = CommandRun.in(folder).run("bench", "mining", "--output", "csv");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Invalid value for option '--output': this verb writes text or json");
    }

    @Test
    void telemetry_tooFewPoints_isRefused() {
        CommandRun run = CommandRun.in(folder).run("bench", "telemetry", "--points", "19999");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "Invalid value for option '--points': use at least 20000; see 'opsatc bench telemetry --help'");
    }

    @Test
    void mining_notBuilt_saysWhatToDo() {
        CommandRun run = new CommandRun.Start(folder, folder, Map.of(), false).run("bench", "mining");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Cannot start benchmarks: it is not built", "start with ./opsatc");
        assertThat(run.out()).isEmpty();
    }
}
