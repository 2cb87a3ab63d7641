package com.opsatc.jobs.schedule.export;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an exported job finds the program and its home.
 *
 * @param program the launcher
 * @param rootKey the reference that names its place
 * @param image of a container that starts as the launcher does
 */
public record ExportPlace(Path program, Path home, String rootKey, String image) {
    public ExportPlace {
        requireNonNull(program, "program");
        requireNonNull(home, "home");
        requireNonNull(rootKey, "rootKey");
        requireNonNull(image, "image");
    }

    /** The command of a job, word by word. */
    List<String> command(ExportedJob job) {
        List<String> words = new ArrayList<>();
        words.add(program.toString());
        words.addAll(arguments(job, home, rootKey));

        return words;
    }

    /** The same without the program, with home and key where a container has them. */
    static List<String> arguments(ExportedJob job, Path home, String rootKey) {
        List<String> words = new ArrayList<>(job.verb());
        words.addAll(List.of("--home", home.toString(), "--root-key", rootKey));

        return words;
    }
}
