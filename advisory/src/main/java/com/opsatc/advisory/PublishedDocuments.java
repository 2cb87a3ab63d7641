package com.opsatc.advisory;

import com.opsatc.contract.TenantId;
import java.util.Optional;

/**
 * The documents of each tenant's current head.
 *
 * <p>Guarantee: what is returned is, byte for byte, what the head's signed manifest names; anything else is an exception.
 */
public interface PublishedDocuments {
    /**
     * @param name as the manifest lists it, e.g. {@code context.json}
     * @return the plaintext; empty when the tenant does not exist, is switched off, has published nothing, or has no such
     *     document
     * @throws com.opsatc.contract.PipelineException when the document is there but cannot be trusted or read
     */
    Optional<byte[]> document(TenantId tenant, String name);
}
