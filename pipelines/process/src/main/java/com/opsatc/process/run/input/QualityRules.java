package com.opsatc.process.run.input;

import com.opsatc.connector.Connector;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The gates of the streams: DQDL text, one file each, {@code quality/<system>-<process>-<stream>.dqdl} of a configuration folder. */
final class QualityRules {
    private static final String SUFFIX = ".dqdl";

    private final List<Path> folders;

    private QualityRules(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** @param folders of which the first that has a stream's file counts; they need not be there */
    static QualityRules in(List<Path> folders) {
        return new QualityRules(folders);
    }

    /** The rules of a connector's streams, by stream; a stream without a file has no gate. */
    SortedMap<String, String> of(Connector connector) {
        SortedMap<String, String> rules = new TreeMap<>();
        for (String stream : connector.streams().keySet()) {
            String name = connector.system() + "-" + connector.process() + "-" + stream + SUFFIX;
            folders.stream()
                    .map(folder -> folder.resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(file -> rules.put(stream, read(file)));
        }

        return rules;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION, "Cannot read quality rules " + file + ": not readable as UTF-8 text", e);
        }
    }
}
