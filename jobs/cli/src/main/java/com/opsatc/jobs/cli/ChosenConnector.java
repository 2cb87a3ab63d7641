package com.opsatc.jobs.cli;

import com.opsatc.connector.Connectors;
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

    String process() {
        return process(id);
    }

    /** The process that a connector's rows are of: the last part of its id. */
    static String process(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    /** What the source is called within its tenant: a tenant has one source of each connector. */
    String sourceName() {
        return id.replace('/', '-');
    }
}
