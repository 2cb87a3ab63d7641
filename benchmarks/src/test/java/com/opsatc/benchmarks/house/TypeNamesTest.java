package com.opsatc.benchmarks.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A name means one thing: no two top-level types of the house, tests among them, are called alike. Nested types are told apart
 * by what they are nested in. A stand-in that takes the place of a class has its whole name, and so counts as that class.
 */
class TypeNamesTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));

    @Test
    void topLevelTypes_ofAllModules_haveNamesOfTheirOwn() throws IOException {
        Map<String, TreeSet<String>> places = new TreeMap<>();
        for (String module : PackageSizeTest.modules()) {
            for (String kind : new String[] {"src/main/java", "src/test/java"}) {
                add(ROOT.resolve(module).resolve(kind), places);
            }
        }

        assertThat(places).as("types found").hasSizeGreaterThan(1_000);
        places.values().removeIf(packages -> packages.size() == 1);
        assertThat(places)
                .as("names that mean several things: rename all but one by what each is")
                .isEmpty();
    }

    private static void add(Path sources, Map<String, TreeSet<String>> places) throws IOException {
        if (!Files.isDirectory(sources)) {
            return;
        }

        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java") && !name.equals("package-info.java")) {
                    String folder = sources.relativize(file).getParent().toString();
                    places.computeIfAbsent(name.replace(".java", ""), unused -> new TreeSet<>())
                            .add(folder);
                }
            }
        }
    }
}
