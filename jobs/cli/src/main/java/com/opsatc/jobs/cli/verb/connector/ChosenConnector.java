package com.opsatc.jobs.cli.verb.connector;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.jobs.cli.command.OpsatcCommand;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The connector and settings that a user chose for a source, checked against what there is.
 *
 * @param readsSourceZone whether a choice of a zone moves any of its events
 */
public record ChosenConnector(String id, SortedMap<String, String> settings, boolean readsSourceZone) {
    /**
     * Fails for an unknown connector or setting with the nearest known one, for a setting that is missing, and for an
     * expression of a connector of the user's own that means nothing.
     */
    public static ChosenConnector of(OpsatcCommand opsatc, String id, Map<String, String> settings) {
        Connectors connectors = opsatc.connectors();
        Connector filled = connectors.require(id).with(settings);
        OwnExpressions.require(opsatc, connectors, id);

        return new ChosenConnector(id, new TreeMap<>(settings), filled.readsSourceZone());
    }

    /** The process that a source's figures are of: its own, or else the last part of the connector's id. */
    public static String process(RunRequest.Source source) {
        String id = source.connector();
        return source.process() == null ? id.substring(id.indexOf('/') + 1) : source.process();
    }

    /** What the source is called within its tenant, unless the user says otherwise. */
    public String sourceName() {
        return id.replace('/', '-');
    }
}
