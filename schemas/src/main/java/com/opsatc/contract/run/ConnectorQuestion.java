package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a child process is asked about connectors, of what only the libraries on its class path know: what is wrong with the
 * expressions of one, or how Parquet files can be read.
 *
 * @param configuration absolute path of the installation's {@code conf} folder
 * @param ownConfiguration absolute path of the user's own; it need not be there
 * @param connector whose expressions are checked; null when a draft is asked for
 * @param files absolute paths of the files to draft a connector for; empty when a check is asked for
 * @param declared what is known of the files
 */
public record ConnectorQuestion(
        String configuration,
        String ownConfiguration,
        String connector,
        List<String> files,
        SortedMap<String, String> declared) {
    public ConnectorQuestion {
        requireNonNull(configuration, "configuration");
        requireNonNull(ownConfiguration, "ownConfiguration");
        files = List.copyOf(files);
        declared = new TreeMap<>(declared);
        if ((connector == null) == files.isEmpty()) {
            throw new IllegalArgumentException("Invalid question: it is about a connector or about files");
        }
    }
}
