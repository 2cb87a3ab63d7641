package com.opsatc.jobs.host;

import com.opsatc.tenancy.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of telemetry that lie ready to be counted. */
public final class SpoolFiles {
    private static final String LINES = ".jsonl";

    private SpoolFiles() {}

    /**
     * The files of the spool, those included to which a process of the platform still adds whole lines: an idle one completes its
     * file when it writes again, and until then what it holds would become too late to count.
     */
    public static List<String> of(Home home) {
        return named(below(home.spool())
                .filter(file -> !isOpen(file) || file.toString().endsWith(LINES + Home.OPEN_SPOOL_FILE)));
    }

    /** The files of a folder itself, without what is still being written. */
    public static Stream<Path> in(Path folder) {
        return below(folder).filter(file -> !isOpen(file));
    }

    /** In the order of their paths, each once. */
    public static List<String> named(Stream<Path> files) {
        return files.map(path -> path.toAbsolutePath().normalize().toString())
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries
                    .filter(Files::isRegularFile)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpen(Path file) {
        return file.toString().endsWith(Home.OPEN_SPOOL_FILE);
    }
}
