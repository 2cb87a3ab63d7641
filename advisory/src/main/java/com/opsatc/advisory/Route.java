package com.opsatc.advisory;

import com.opsatc.contract.document.Documents;
import java.util.Locale;

/** Every path the service answers; whatever is not here is not found. */
enum Route {
    CONTEXT("/v1/tenants/{tenant}/context", Documents.CONTEXT, MediaTypes.JSON),
    KPIS("/v1/tenants/{tenant}/kpis", Documents.KPIS, MediaTypes.JSON),
    FINDINGS("/v1/tenants/{tenant}/findings", Documents.FINDINGS, MediaTypes.JSON),
    FINDING("/v1/tenants/{tenant}/findings/{id}", Documents.FINDINGS, MediaTypes.JSON),
    REPORT("/v1/tenants/{tenant}/report", Documents.REPORT, MediaTypes.HTML),
    RUNS("/v1/tenants/{tenant}/runs", null, MediaTypes.JSON),
    HEALTHZ("/healthz", null, MediaTypes.JSON),
    METRICS("/metrics", null, MediaTypes.PROMETHEUS),
    OPENAPI("/openapi.json", null, MediaTypes.JSON),
    /** Requests that no path matches; a metric label only. */
    OTHER(null, null, MediaTypes.PROBLEM);

    private final String path;
    private final String document;
    private final String mediaType;

    Route(String path, String document, String mediaType) {
        this.path = path;
        this.document = document;
        this.mediaType = mediaType;
    }

    /** The path with its parameters in braces. */
    String path() {
        return path;
    }

    /** The published document it is answered from; null for paths about runs or the service itself. */
    String document() {
        return document;
    }

    String mediaType() {
        return mediaType;
    }

    /** The route as a metric label. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
