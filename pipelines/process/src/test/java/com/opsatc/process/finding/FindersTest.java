package com.opsatc.process.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindersTest {
    @Test
    void all_everyFinderOfThePackage_isListedOnce() throws Exception {
        Path folder = Path.of(Finder.class.getResource("Finder.class").toURI()).getParent();
        List<String> finders;
        try (Stream<Path> files = Files.list(folder)) {
            finders = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> Finder.class.getPackageName() + "." + name.substring(0, name.length() - 6))
                    .filter(FindersTest::isFinder)
                    .toList();
        }

        assertThat(Finders.ALL)
                .extracting(finder -> finder.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(finders);
    }

    private static boolean isFinder(String name) {
        try {
            Class<?> type = Class.forName(name);
            return Finder.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
