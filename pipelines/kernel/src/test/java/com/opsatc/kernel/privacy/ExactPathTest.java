package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No floating point between a count and its released sum: what it rounds away could tell sums apart. */
class ExactPathTest {
    private static final Pattern FLOATING_POINT = Pattern.compile(
            "\\b(double|float|Double|Float|doubleValue|Math\\.(sqrt|log|exp|pow|random)|StrictMath)\\b");
    private static final Path SOURCES = Path.of("src/main/java/com/opsatc/kernel/privacy");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UniformSource",
                "Bernoulli",
                "DiscreteLaplace",
                "DiscreteGaussian",
                "Projection",
                "Zcdp",
                "Rational"
            })
    void source_onTheExactPath_hasNoFloatingPoint(String type) throws IOException {
        assertThat(Files.readString(SOURCES.resolve(type + ".java"))).doesNotContainPattern(FLOATING_POINT);
    }

    /** The same search finds it where it is. */
    @ParameterizedTest
    @ValueSource(strings = {"Epsilon", "NoiseReplicates", "MembershipBound"})
    void source_ofReports_isFound(String type) throws IOException {
        assertThat(Files.readString(SOURCES.resolve(type + ".java"))).containsPattern(FLOATING_POINT);
    }
}
