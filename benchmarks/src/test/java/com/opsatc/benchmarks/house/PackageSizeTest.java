package com.opsatc.benchmarks.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A package has one subject, said in its {@code package-info}, and few enough files to be read as one. */
class PackageSizeTest {
    private static final Path ROOT = Path.of(System.getProperty("opsatc.root"));
    private static final int MOST = 27;

    @Test
    void packages_ofEveryModule_areSmallAndSayWhatTheyAre() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        List<String> silent = new ArrayList<>();
        for (String module : modules()) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            try (Stream<Path> folders = Files.walk(sources)) {
                for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                    int files = files(folder);
                    String name = sources.relativize(folder).toString();
                    if (files > MOST) {
                        sizes.put(name, files);
                    }

                    if (files > 0 && !Files.exists(folder.resolve("package-info.java"))) {
                        silent.add(name);
                    }
                }
            }
        }

        assertThat(sizes).as("packages with too many files").isEmpty();
        assertThat(silent).as("packages without package-info").isEmpty();
    }

    static List<String> modules() throws IOException {
        return Files.readString(ROOT.resolve("pom.xml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .toList();
    }

    private static int files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
                    .count();
        }
    }
}
