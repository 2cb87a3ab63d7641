package com.opsatc.process.publish;

/** The names of a run's stages, as its progress and its ledger show them. */
final class Stages {
    static final String INSPECT = "inspect files";
    static final String ADMIT = "admit";
    static final String CANONICAL = "canonical tables";
    static final String LOG = "event log and mining";
    static final String FIGURES = "figures and findings";
    static final String DOCUMENTS = "documents and report";
    static final String PUBLISH = "publish";

    private Stages() {}
}
