package com.opsatc.advisory;

import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path that the service answers; whatever is not in {@link #ALL} is not found.
 *
 * @param label the route as a metric label
 * @param path with its parameters in braces; null for {@link #OTHER}
 * @param document the published document it is answered from; null for paths about runs or the service itself
 * @param schema of what it answers: a reference into the service's description, or a type
 */
record Route(
        String label,
        String path,
        DocumentType<?> document,
        String mediaType,
        String schema,
        String title,
        String description) {
    private static final String OF_A_TENANT = "/v1/tenants/{tenant}/";

    static final Route FINDING = new Route(
            "finding",
            OF_A_TENANT + "findings/{id}",
            Documents.FINDINGS,
            MediaTypes.JSON,
            "#/components/schemas/finding",
            "One finding",
            "One finding with the header of the document it stands in.");
    static final Route SLICE = new Route(
            "slice",
            OF_A_TENANT + "slice",
            Documents.KPIS,
            MediaTypes.JSON,
            "#/components/schemas/slice",
            "A KPI over a part of its members",
            "A KPI's figure over the members that the conditions hold of, with interval, n and cited records, computed twice"
                    + " from the published rows. Groups of fewer than 20 are refused, and so is what would leave them over.");
    static final Route RUNS = new Route(
            "runs",
            OF_A_TENANT + "runs",
            null,
            MediaTypes.JSON,
            "#/components/schemas/runs",
            "Published runs",
            "The runs that can be asked for, oldest first, and which of them is the current one.");
    static final Route HEALTHZ = new Route(
            "healthz",
            "/healthz",
            null,
            MediaTypes.JSON,
            "#/components/schemas/health",
            "Liveness",
            "Whether the service answers.");
    static final Route METRICS = new Route(
            "metrics",
            "/metrics",
            null,
            MediaTypes.PROMETHEUS,
            "string",
            "Metrics",
            "Prometheus text: requests, latency and refused tokens; no label names a tenant.");
    static final Route OPENAPI = new Route(
            "openapi",
            "/openapi.json",
            null,
            MediaTypes.JSON,
            "object",
            "This description",
            "OpenAPI 3.1, with the schema of every document.");
    /** Requests that no path matches; a metric label only. */
    static final Route OTHER = new Route("other", null, null, MediaTypes.PROBLEM, "object", "", "");

    /** Every path that is answered: those of the catalogue's documents first. */
    static final List<Route> ALL = Stream.concat(
                    Documents.ALL.stream().filter(DocumentType::served).map(Route::of),
                    Stream.of(FINDING, SLICE, RUNS, HEALTHZ, METRICS, OPENAPI))
            .toList();

    /** The route of a whole document. */
    static Route of(DocumentType<?> document) {
        return new Route(
                document.key(),
                OF_A_TENANT + document.key(),
                document,
                document.isJson() ? MediaTypes.JSON : MediaTypes.HTML,
                document.isJson() ? document.schema().id() : "string",
                document.title(),
                document.description());
    }

    boolean isOfATenant() {
        return path != null && path.startsWith(OF_A_TENANT);
    }
}
