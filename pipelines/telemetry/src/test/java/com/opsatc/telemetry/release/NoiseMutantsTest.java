package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.release.NoiseProof.Mechanism;
import com.opsatc.telemetry.testing.RepeatableUniforms;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The release's noise passes the proof, and each way to get it wrong does not. */
class NoiseMutantsTest {
    @Test
    void secureNoise_passes() {
        assertThat(NoiseProof.broken(Noise.secure()::added)).isEmpty();
    }

    @Test
    void halfTheSigma_isFound() {
        Mechanism mutant = (exact, variance) -> Noise.secure().added(exact, variance.divide(BigInteger.valueOf(4)));

        assertThat(NoiseProof.broken(mutant)).contains("the noise has not the declared variance");
    }

    @Test
    void seedOfYesterdayAgain_isFound() {
        Mechanism mutant =
                (exact, variance) -> Noise.of(new RepeatableUniforms(5)).added(exact, variance);

        assertThat(NoiseProof.broken(mutant)).contains("the noise of a day is that of another day");
    }

    @Test
    void zerosWithoutNoise_areFound() {
        Noise noise = Noise.secure();
        Mechanism mutant = (exact, variance) -> {
            long[] noised = noise.added(exact, variance);
            for (int cell = 0; cell < exact.length; cell++) {
                noised[cell] = exact[cell] == 0 ? 0 : noised[cell];
            }
            return noised;
        };

        assertThat(NoiseProof.broken(mutant)).contains("the noise has not the declared variance");
    }

    @Test
    void oneOfAHundredDaysWithoutNoise_isFound() {
        Noise noise = Noise.secure();
        AtomicInteger days = new AtomicInteger();
        Mechanism mutant =
                (exact, variance) -> days.incrementAndGet() % 100 == 0 ? exact.clone() : noise.added(exact, variance);

        assertThat(NoiseProof.broken(mutant)).contains("the noise of a day is that of another day");
    }

    @Test
    void oneDayWithoutNoise_isFound() {
        Noise noise = Noise.secure();
        AtomicInteger days = new AtomicInteger();
        Mechanism mutant =
                (exact, variance) -> days.incrementAndGet() == 9 ? exact.clone() : noise.added(exact, variance);

        assertThat(NoiseProof.broken(mutant)).contains("a cell is without noise");
    }

    @Test
    void oneDrawForTwoCells_isFound() {
        Noise noise = Noise.secure();
        Mechanism mutant = (exact, variance) -> {
            long[] noised = noise.added(exact, variance);
            noised[1] = noised[0] - exact[0] + exact[1];
            return noised;
        };

        assertThat(NoiseProof.broken(mutant)).contains("two cells share their noise");
    }

    @Test
    void negativesCutOff_areFound() {
        Noise noise = Noise.secure();
        Mechanism mutant = (exact, variance) -> Arrays.stream(noise.added(exact, variance))
                .map(cell -> Math.max(0, cell))
                .toArray();

        assertThat(NoiseProof.broken(mutant)).isPresent();
    }
}
