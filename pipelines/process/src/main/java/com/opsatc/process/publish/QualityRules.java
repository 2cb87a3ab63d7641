package com.opsatc.process.publish;

import com.opsatc.connector.Connector;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The gates of the streams: DQDL text, one file each, {@code conf/quality/<system>-<process>-<stream>.dqdl}. */
final class QualityRules {
    private static final String SUFFIX = ".dqdl";

    private final Path folder;

    private QualityRules(Path folder) {
        this.folder = folder;
    }

    static QualityRules in(Path folder) {
        return new QualityRules(folder);
    }

    /** The rules of a connector's streams, by stream; a stream without a file has no gate. */
    SortedMap<String, String> of(Connector connector) {
        SortedMap<String, String> rules = new TreeMap<>();
        for (String stream : connector.streams().keySet()) {
            Path file = folder.resolve(connector.system() + "-" + connector.process() + "-" + stream + SUFFIX);
            if (Files.isRegularFile(file)) {
                rules.put(stream, read(file));
            }
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
