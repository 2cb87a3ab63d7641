package com.opsatc.contract.document;

/** Names of the published documents, as the manifest lists them. */
public final class Documents {
    public static final String KPIS = "kpis.json";
    public static final String EDGES = "edges.json";
    public static final String VARIANTS = "variants.json";
    public static final String BOTTLENECKS = "bottlenecks.json";
    public static final String FINDINGS = "findings.json";
    public static final String QUALITY = "quality.json";
    public static final String DEFINITIONS = "definitions.json";
    public static final String CONTEXT = "context.json";
    public static final String REPORT = "report.html";

    private Documents() {}

    /** The evidence document of a KPI or finding id. */
    public static String evidence(String id) {
        return "evidence/" + id + ".arrow";
    }
}
