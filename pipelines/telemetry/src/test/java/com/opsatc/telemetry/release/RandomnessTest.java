package com.opsatc.telemetry.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.privacy.DiscreteGaussian;
import com.opsatc.kernel.privacy.UniformSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No generator that can be foreseen is reachable from the noise, and no switch turns the noise off; read off the bytecode. */
class RandomnessTest {
    private static final List<String> FORESEEABLE = List.of(
            "java/util/Random",
            "java/util/SplittableRandom",
            "java/util/concurrent/ThreadLocalRandom",
            "java/util/random/",
            "org/apache/commons/math3/random",
            "setSeed");

    @Test
    void releaseAndSamplers_useNoForeseeableGenerator() throws Exception {
        assertThat(foreseeable(packageOf(Releaser.class))).isEmpty();
        assertThat(foreseeable(packageOf(DiscreteGaussian.class))).isEmpty();
    }

    @Test
    void plantedGenerator_isFound() throws Exception {
        Path planted = packageOf(Planted.class).resolve("RandomnessTest$Planted.class");

        assertThat(foreseeable(planted)).containsExactly("java/util/Random", "java/util/SplittableRandom");
    }

    @Test
    void secureRandom_isUsedByOneClassAlone() throws Exception {
        try (Stream<Path> classes = Files.walk(packageOf(Releaser.class))) {
            assertThat(classes.filter(path -> path.toString().endsWith(".class"))
                            .filter(path -> text(path).contains("java/security/SecureRandom"))
                            .map(path -> path.getFileName().toString()))
                    .containsExactly("SecureUniformSource.class");
        }
    }

    /** What a caller outside the package can do: choose neither noise nor gate, nor leave either out. */
    @Test
    void releaser_fromOutside_takesNoNoiseGateOrSwitch() {
        List<Executable> open = Stream.concat(
                        Arrays.<Executable>stream(Releaser.class.getDeclaredConstructors()),
                        Arrays.<Executable>stream(Releaser.class.getDeclaredMethods()))
                .filter(executable -> Modifier.isPublic(executable.getModifiers()))
                .toList();

        assertThat(open).hasSize(2).noneMatch(executable -> executable instanceof Constructor);
        assertThat(open.stream().filter(Method.class::isInstance).map(Method.class::cast))
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("of", "release");
        assertThat(switches(Releaser.class)).isEmpty();
        assertThat(switches(ReleaseRequest.class)).isEmpty();
    }

    /** T9: a test mode, by which noise can be left out, however it is called. */
    @Test
    void plantedTestMode_isFound() {
        assertThat(switches(TestMode.class)).containsExactly(boolean.class);
        assertThat(switches(NoiseMode.class)).containsExactly(NoiseMode.class);
    }

    /** Types of parameters by which a caller could choose noise, gate or mode. */
    private static List<Class<?>> switches(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(executable -> Modifier.isPublic(executable.getModifiers()))
                .filter(executable -> !executable.getName().equals("equals"))
                .<Class<?>>flatMap(executable -> Arrays.stream(executable.getParameterTypes()))
                .filter(parameter -> parameter.isPrimitive()
                        || parameter.isEnum()
                        || List.of(Noise.class, UniformSource.class).contains(parameter))
                .distinct()
                .toList();
    }

    /** Even a test cannot give the releaser other noise than its own. */
    @Test
    void releaser_fromItsPackage_takesNoNoise() {
        assertThat(Arrays.stream(Releaser.class.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                        .flatMap(method -> Arrays.stream(method.getParameterTypes())))
                .doesNotContain(Noise.class, UniformSource.class);
    }

    private static List<String> foreseeable(Path place) throws IOException {
        try (Stream<Path> classes = Files.walk(place)) {
            return classes.filter(path -> path.toString().endsWith(".class"))
                    .map(RandomnessTest::text)
                    .flatMap(text -> FORESEEABLE.stream().filter(text::contains))
                    .distinct()
                    .toList();
        }
    }

    /** The names in a class file's constant pool are readable in any encoding of one byte. */
    private static String text(Path path) {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path packageOf(Class<?> type) throws URISyntaxException, IOException {
        Path classes =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        String folder = type.getPackageName().replace('.', '/');

        // A module that is packaged already is a jar.
        return Files.isDirectory(classes)
                ? classes.resolve(folder)
                : FileSystems.newFileSystem(classes).getPath("/" + folder);
    }

    /** Breaks the rule, so that the rule can be seen to bite. */
    static final class Planted {
        private Planted() {}

        static int draw() {
            return new SplittableRandom(1).nextInt() + new Random(1).nextInt();
        }
    }

    /** A releaser that can be told to leave noise out. */
    static final class TestMode {
        private TestMode() {}

        public static TestMode of(ReleaseRequest request, boolean exact) {
            return request == null || exact ? null : new TestMode();
        }
    }

    /** The same by the name of a mode. */
    enum NoiseMode {
        FULL;

        public boolean is(NoiseMode other) {
            return this == other;
        }
    }
}
