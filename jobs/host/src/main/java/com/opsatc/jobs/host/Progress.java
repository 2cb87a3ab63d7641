package com.opsatc.jobs.host;

import com.opsatc.contract.run.ProgressEvent;

/** Who is told how far the work is; called by several threads at once. */
public interface Progress {
    /** @param who the tenant, or {@code telemetry} */
    void show(String who, ProgressEvent event);

    /** Nothing more is told of them. */
    void close(String who);
}
