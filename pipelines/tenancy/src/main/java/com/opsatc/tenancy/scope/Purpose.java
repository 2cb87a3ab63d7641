package com.opsatc.tenancy.scope;

/** What a scope is opened for; most purposes may not write. */
public enum Purpose {
    /** Compute and publish. */
    RUN(true),
    /** Change what is known about the tenant: its sources, its switches. */
    ADMINISTER(true),
    /** Show documents to a person. */
    READ(false),
    /** Check documents against their manifest. */
    VERIFY(false),
    /** Serve documents to the advisory's clients. */
    ADVISE(false);

    private final boolean writes;

    Purpose(boolean writes) {
        this.writes = writes;
    }

    /** Whether a scope of this purpose may write to the store, the ledger and the heads, and sign. */
    public boolean writes() {
        return writes;
    }
}
