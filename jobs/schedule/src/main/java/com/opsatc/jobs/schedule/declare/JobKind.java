package com.opsatc.jobs.schedule.declare;

import com.opsatc.contract.id.TenantId;
import java.util.List;

/** What a job does. */
public enum JobKind {
    RUN("run", true, List.of("run")),
    VERIFY("verify", true, List.of("verify")),
    TELEMETRY_INGEST("telemetry-ingest", false, List.of("telemetry", "ingest")),
    TELEMETRY_RELEASE("telemetry-release", false, List.of("telemetry", "release"));

    private final String symbol;
    private final boolean ofTenants;
    private final List<String> verb;

    JobKind(String symbol, boolean ofTenants, List<String> verb) {
        this.symbol = symbol;
        this.ofTenants = ofTenants;
        this.verb = verb;
    }

    /** As the file says it. */
    public String symbol() {
        return symbol;
    }

    /** Whether it is done for tenants, each on its own; else once for the platform. */
    public boolean isOfTenants() {
        return ofTenants;
    }

    /** The words of the command that does it once for the platform. */
    public List<String> command() {
        return verb;
    }

    /** The words of the command that does it once for a tenant. */
    public List<String> command(TenantId tenant) {
        return List.of(verb.get(0), "--tenant", tenant.value());
    }

    static JobKind of(String symbol) {
        for (JobKind kind : values()) {
            if (kind.symbol.equals(symbol)) {
                return kind;
            }
        }

        throw new IllegalArgumentException("No such kind of job");
    }
}
