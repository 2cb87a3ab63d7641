package com.opsatc.instrumentation;

/** The routes whose requests the platform's telemetry tells of, by their templates: the whole list, so that a path has no place. */
public enum Endpoint {
    CONTEXT("/v1/tenants/{tenant}/context"),
    KPIS("/v1/tenants/{tenant}/kpis"),
    FINDINGS("/v1/tenants/{tenant}/findings"),
    FINDING("/v1/tenants/{tenant}/findings/{id}"),
    REPORT("/v1/tenants/{tenant}/report"),
    /** Any other path, which is not told. */
    OTHER("_OTHER");

    private final String template;

    Endpoint(String template) {
        this.template = template;
    }

    /** The path with its parameters in braces; {@code _OTHER} of {@link #OTHER}. */
    public String template() {
        return template;
    }
}
