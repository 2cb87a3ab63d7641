package com.opsatc.contract.run;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one child process is to do for one tenant; it follows the key on the child's standard input.
 *
 * <p>Everything that would make two runs differ is passed in, so that nothing below the command reads a clock, a random
 * source or the environment.
 *
 * @param zone the tenant's zone, an IANA name; the logical date and every week are counted in it
 * @param logicalDate null for the default, the date of the latest admitted instant
 * @param attemptId names this attempt's branch and documents: lower-case letters and digits
 * @param startedAt when the command was given; recorded in the ledger only, no figure depends on it
 * @param withdrawn files whose rows count nowhere, whether they were read before or lie in an extract
 * @param configuration absolute path of the {@code conf} folder
 * @param scratch absolute path of the child's private folder, removed by the parent afterwards
 * @param cores how many tasks run at once, from 1
 * @param tenantConfiguration absolute path of what the operator declares for this tenant; null for none, and the file need
 *     not exist
 * @param ownConfiguration absolute path of the user's own connectors and quality rules, of the shape of {@code
 *     configuration}; null for none, and the folder need not exist
 */
@RecordBuilder
public record RunRequest(
        TenantId tenant,
        Mode mode,
        String zone,
        LocalDate logicalDate,
        String attemptId,
        Instant startedAt,
        List<Source> sources,
        List<Withdrawn> withdrawn,
        String configuration,
        String scratch,
        String codeVersion,
        int cores,
        String tenantConfiguration,
        String ownConfiguration) {
    public RunRequest {
        requireNonNull(tenant, "tenant");
        requireNonNull(mode, "mode");
        requireNonNull(zone, "zone");
        requireNonNull(attemptId, "attemptId");
        requireNonNull(startedAt, "startedAt");
        sources = List.copyOf(sources);
        withdrawn = List.copyOf(withdrawn);
        requireNonNull(configuration, "configuration");
        requireNonNull(scratch, "scratch");
        requireNonNull(codeVersion, "codeVersion");
        if (!attemptId.matches("[a-z0-9]{1,40}")) {
            throw new IllegalArgumentException("Invalid attempt id: use 1 to 40 of a-z and 0-9");
        }
        if (cores < 1) {
            throw new IllegalArgumentException("Invalid number of cores: " + cores + "; at least 1 is needed");
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("Invalid run of tenant " + tenant + ": it has no source");
        }
    }

    /** What a run leaves behind. */
    public enum Mode {
        /** Publishes a new head, or nothing when this run id is published already. */
        PUBLISH,
        /** Reads the extracts' files and says what a run would do; writes nothing. */
        DRY_RUN,
        /** Computes a published run id once more and compares the documents; publishes nothing. */
        RECOMPUTE,
        /** Computes figures of a published run again by SQL over the tables it names; writes nothing. */
        CROSS_CHECK;

        /** Whether it writes nothing: it needs no lock, may look while another process runs the tenant, and is no operation. */
        public boolean looksOnly() {
            return this == DRY_RUN || this == CROSS_CHECK;
        }
    }

    /**
     * An extract folder or file of a system of record, read only.
     *
     * @param source its name within the tenant
     * @param connector {@code system/process}
     * @param path absolute path
     * @param zone of local times in the extract, an IANA name
     * @param process what its figures are named by; null for the connector's own name
     */
    public record Source(
            String source,
            String connector,
            String path,
            String zone,
            SortedMap<String, String> settings,
            String process) {
        /** A source of the connector's own process. */
        public Source(String source, String connector, String path, String zone, SortedMap<String, String> settings) {
            this(source, connector, path, zone, settings, null);
        }

        public Source {
            requireNonNull(source, "source");
            requireNonNull(connector, "connector");
            requireNonNull(path, "path");
            requireNonNull(zone, "zone");
            settings = new TreeMap<>(settings);
        }
    }

    /** A file of a source, by the digest of its bytes, whose rows count nowhere. */
    public record Withdrawn(String source, Sha256 file) {
        public Withdrawn {
            requireNonNull(source, "source");
            requireNonNull(file, "file");
        }
    }
}
