package com.opsatc.advisory;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.scope.Actor;

/**
 * Who asks for what of a tenant: what the audit log records.
 *
 * @param tenant whose token it is
 * @param subject who the token says is asking
 * @param address where the question came from
 */
public record Asker(TenantId tenant, String subject, String address) {
    private static final int LONGEST = 64;

    public Asker {
        requireNonNull(tenant, "tenant");
        requireNonNull(subject, "subject");
        requireNonNull(address, "address");
    }

    /** The subject as an account's name, with a hyphen for what no account has in it. */
    Actor actor() {
        String name = subject.replaceAll("[^A-Za-z0-9._@-]", "-");
        return new Actor(name.isEmpty() ? "unknown" : name.substring(0, Math.min(name.length(), LONGEST)));
    }
}
