package com.opsatc.process.admit.read;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.Connector;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant's extracts of one process.
 *
 * @param source its name within the tenant
 * @param connector given as loaded; its settings are filled in here
 * @param path an extract file, or a folder of them; only ever read
 * @param zone of local times in the extracts, unless a column has its own
 * @param settings by name, as the tenant chose them
 */
public record SourceSpec(String source, Connector connector, Path path, ZoneId zone, Map<String, String> settings) {
    /** @throws PipelineException (configuration) for unknown or missing settings */
    public SourceSpec {
        requireNonNull(source, "source");
        requireNonNull(path, "path");
        requireNonNull(zone, "zone");
        settings = Map.copyOf(settings);
        connector = connector.with(settings);
    }

    /** Names all that decides how a row is read: equal means that a file would be read again into the same rows. */
    public Sha256 reading() {
        Map<String, Object> all = new TreeMap<>();
        all.put("streams", connector.streams());
        all.put("zone", zone.getId());
        all.put("times", connector.times().toString());
        return Sha256.of(CanonicalJson.write(all));
    }
}
