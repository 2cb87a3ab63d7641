package com.opsatc.telemetry.publish;

import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The probe's exact figures, {@code probe/<day>.json} beside the release: of synthetic operations, no customer's, and in
 * files of their own so that nobody takes them for a part of it.
 */
public final class ProbeLane {
    private static final String FOLDER = "probe";
    private static final String SUFFIX = ".json";
    private static final Comparator<ProbeFigures> ORDER = Comparator.comparing(ProbeFigures::day)
            .thenComparing(ProbeFigures::source)
            .thenComparing(ProbeFigures::service);

    private final Path folder;

    private ProbeLane(Path folder) {
        this.folder = folder;
    }

    public static ProbeLane of(ReleaseFolder release) {
        return new ProbeLane(release.root().resolve(FOLDER));
    }

    private record Day(List<ProbeFigures> figures) {
        private Day {
            figures = List.copyOf(figures);
        }
    }

    /** Puts figures in place of those of the same day and source; others stay. */
    public void put(List<ProbeFigures> figures) {
        Map<LocalDate, List<ProbeFigures>> byDay = figures.stream().collect(Collectors.groupingBy(ProbeFigures::day));
        byDay.forEach((day, fresh) -> {
            List<String> sources =
                    fresh.stream().map(ProbeFigures::source).distinct().toList();
            List<ProbeFigures> kept = new ArrayList<>(fresh);
            if (Files.exists(file(day), LinkOption.NOFOLLOW_LINKS)) {
                read(file(day)).stream()
                        .filter(figure -> !sources.contains(figure.source()))
                        .forEach(kept::add);
            }
            kept.sort(ORDER);
            write(file(day), CanonicalJson.write(new Day(kept)));
        });
    }

    /** The figures of the last so many days that have any, by day, source and service; empty when there are none. */
    public List<ProbeFigures> last(int days) {
        List<LocalDate> found = days();
        return found.subList(Math.max(0, found.size() - days), found.size()).stream()
                .flatMap(day -> read(file(day)).stream())
                .sorted(ORDER)
                .toList();
    }

    private List<LocalDate> days() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }

        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .map(name -> LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(LocalDate day) {
        return folder.resolve(day + SUFFIX);
    }

    private void write(Path file, byte[] json) {
        try {
            PrivateDirectory.create(folder);
            DurableFile.replace(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProbeFigures> read(Path file) {
        try {
            return CanonicalJson.read(Files.readAllBytes(file), Day.class).figures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
