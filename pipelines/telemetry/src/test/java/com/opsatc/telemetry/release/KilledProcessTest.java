package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.tenancy.LedgerEntry.State;
import com.opsatc.tenancy.PlatformScope;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link CrashTest}, with a real process that is killed, the encrypted store and the real ledger with its anchor. */
class KilledProcessTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"DRAWN", "STORED", "WRITTEN"})
    void release_processKilled_isTakenUpWithoutASecondDraw(Step step) throws Exception {
        LocalDate week = RealPlatform.days(ReleaseLab.DAYS);
        try (PlatformScope scope = RealPlatform.scope()) {
            RestrictedStore store = RestrictedStore.of(scope);
            ReleaseLab lab = new ReleaseLab(root, scope, store, week);
            LocalDate day = lab.commit(0, 1000);
            String path = "noised/" + day + ".json";

            killAfter(step, week);
            byte[] vector = store.exists(path) ? store.read(path) : null;
            List<Step> again = new ArrayList<>();
            lab.release(20, (taken, date) -> again.add(taken));

            boolean safe = step != Step.DRAWN;
            assertThat(again).doesNotContain(Step.DRAWN, Step.STORED);
            assertThat(lab.states(day)).containsExactly(safe ? State.PUBLISHED : State.LOST);
            assertThat(lab.published(day)).containsExactly(safe ? ReleaseStatus.RELEASED : ReleaseStatus.LOST);
            assertThat(vector != null).isEqualTo(safe);
            assertThat(safe ? store.read(path) : null).isEqualTo(vector);
            store.delete("exact/" + day + ".json");
        }
    }

    private void killAfter(Step step, LocalDate week) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dopsatc.root=" + System.getProperty("opsatc.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoppingRelease.class.getName(),
                        RealPlatform.folder().toString(),
                        root.toString(),
                        week.toString(),
                        step.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo(step.name());
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
}
