package com.opsatc.process.publish;

/** The names of a run's stages, as its progress and its ledger show them. */
public final class Stages {
    public static final String ADMIT = "admit";
    public static final String CANONICAL = "canonical tables";
    public static final String LOG = "event log and mining";
    public static final String FIGURES = "figures and findings";
    public static final String DOCUMENTS = "documents and report";
    public static final String DIGESTS = "digests of tables";
    public static final String CROSS_CHECK = "figures again by SQL";
    public static final String PUBLISH = "publish";

    private Stages() {}
}
