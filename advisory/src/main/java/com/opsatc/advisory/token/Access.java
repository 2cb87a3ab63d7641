package com.opsatc.advisory.token;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.TenantId;

/**
 * What a verified token grants: reading the published documents of one tenant.
 *
 * <p>Only {@link TokenVerifier} makes one.
 */
public final class Access {
    private final TenantId tenant;
    private final String subject;

    Access(TenantId tenant, String subject) {
        this.tenant = requireNonNull(tenant, "tenant");
        this.subject = requireNonNull(subject, "subject");
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Who the issuer says is asking. */
    public String subject() {
        return subject;
    }
}
