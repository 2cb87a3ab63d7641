package com.opsatc.tenancy.database;

import java.util.Locale;

/** What the platform does with its database besides adding tenants: each has a login of its own, with rights for no more. */
public enum PlatformRole {
    /** Lists tenants and their runs, and plans jobs; what documents say is out of its reach. */
    OPERATOR,
    /** Looks up the published heads. */
    ADVISORY,
    /** Keeps the privacy ledger, and knows of no tenant. */
    TELEMETRY;

    /** What the server knows it by, after the platform's own prefix. */
    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
