package com.opsatc.process.store;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import java.util.Optional;
import org.apache.iceberg.exceptions.NotFoundException;

/** Tells a failure that comes from a missing or damaged stored file from all others. */
public final class StoredDamage {
    private static final int MOST_CAUSES = 20;

    private StoredDamage() {}

    /** What the store said of the file, however deep Spark or Iceberg wrapped it; empty for any other failure. */
    public static Optional<PipelineException> behind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof PipelineException known) {
                return known.code() == ErrorCode.STORE ? Optional.of(known) : Optional.empty();
            }

            if (cause instanceof NotFoundException) {
                return Optional.of(new PipelineException(ErrorCode.STORE, cause.getMessage(), failure));
            }

            cause = cause.getCause();
        }

        return Optional.empty();
    }
}
