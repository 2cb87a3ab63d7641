package com.opsatc.jobs.cli;

import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.Nearest;
import com.opsatc.contract.PipelineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The connector and settings that a user chose for a source, checked against what there is. */
record ChosenConnector(String id, SortedMap<String, String> settings) {
    static ChosenConnector of(Path conf, String id, Map<String, String> settings) {
        List<String> known = ids(conf.resolve("connectors"));
        if (!known.contains(id)) {
            List<String> near = Nearest.of(id, known);
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot add the source: there is no connector '" + id + "'"
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?")
                            + "; the known ones are " + String.join(", ", known));
        }

        return new ChosenConnector(id, new TreeMap<>(settings));
    }

    /** What the source is called within its tenant: one of each connector, unless the user names it otherwise. */
    String sourceName() {
        return id.replace('/', '-');
    }

    private static List<String> ids(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }

        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
