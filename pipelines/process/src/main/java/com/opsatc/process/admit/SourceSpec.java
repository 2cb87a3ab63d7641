package com.opsatc.process.admit;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.Connector;
import com.opsatc.contract.PipelineException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

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
}
