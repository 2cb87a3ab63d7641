package com.opsatc.jobs.host.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
    private static final ChildProgram PROGRAM =
            new ChildProgram("Main", List.of(Path.of("a.jar")), Path.of("run.options"), Optional.empty());

    @Test
    void builder_aPortToDebugOn_waitsOnThisMachineAloneAndSaysNothing() {
        assertThat(command(ChildLimits.of(512).debuggedOn(5005)))
                .contains("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:5005");
        assertThat(command(ChildLimits.of(512))).noneMatch(argument -> argument.contains("jdwp"));
    }

    @Test
    void builder_aDeadline_ignoresWhatATerminalSends() {
        assertThat(command(new ChildLimits(512, Duration.ofMinutes(1))).get(0)).isEqualTo("/bin/sh");
        assertThat(command(ChildLimits.of(512)).get(0)).endsWith("/bin/java");
    }

    private static List<String> command(ChildLimits limits) {
        return new ChildJvm(PROGRAM, 0, limits, 2).builder(Path.of("scratch")).command();
    }
}
