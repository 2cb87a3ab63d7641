package com.opsatc.jobs.cli;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.run.RunRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The connector and settings that a user chose for a source, checked against what there is. */
record ChosenConnector(String id, SortedMap<String, String> settings) {
    /** Fails for an unknown connector or setting with the nearest known one, and for a setting that is missing. */
    static ChosenConnector of(Path conf, String id, Map<String, String> settings) {
        Connectors.load(conf).require(id).with(settings);

        return new ChosenConnector(id, new TreeMap<>(settings));
    }

    /** The process that a source's figures are of: its own, or else the last part of the connector's id. */
    static String process(RunRequest.Source source) {
        String id = source.connector();
        return source.process() == null ? id.substring(id.indexOf('/') + 1) : source.process();
    }

    /** What the source is called within its tenant, unless the user says otherwise. */
    String sourceName() {
        return id.replace('/', '-');
    }
}
