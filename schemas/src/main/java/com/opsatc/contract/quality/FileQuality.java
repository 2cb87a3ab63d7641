package com.opsatc.contract.quality;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;

/**
 * What became of one extract file: {@code read = admitted + quarantined + duplicate}.
 *
 * @param name the file's name as delivered: tenant text, for display only
 * @param status {@code admitted}, {@code superseded} (it stands aside for a later file of its name: every row is a duplicate),
 *     {@code refused} (the file as a whole: then the counts are 0 and reason says why) or {@code withdrawn} (its rows count
 *     nowhere: the counts are 0)
 */
public record FileQuality(
        String source,
        String stream,
        Sha256 file,
        String name,
        String status,
        String reason,
        long bytes,
        long read,
        long admitted,
        long quarantined,
        long duplicate) {
    public static final String ADMITTED = "admitted";
    public static final String SUPERSEDED = "superseded";
    public static final String REFUSED = "refused";
    public static final String WITHDRAWN = "withdrawn";

    public FileQuality {
        requireNonNull(source, "source");
        requireNonNull(stream, "stream");
        requireNonNull(file, "file");
        requireNonNull(name, "name");
        requireNonNull(status, "status");
        if (read != admitted + quarantined + duplicate) {
            throw new PipelineException(
                    ErrorCode.INTERNAL,
                    "Rows of file " + file + " do not reconcile: read " + read + ", admitted " + admitted
                            + ", quarantined " + quarantined + ", duplicate " + duplicate
                            + "; nothing was published, report this with the file's digest");
        }
    }

    /** Whether no row of it was asked for: it is refused or withdrawn as a whole. */
    public boolean setAside() {
        return status.equals(REFUSED) || status.equals(WITHDRAWN);
    }
}
