package com.opsatc.advisory;

import java.util.Optional;

/**
 * The documents of each tenant's published runs.
 *
 * <p>Guarantee: what is returned is, byte for byte, what the head's signed manifest names; anything else is an exception.
 */
public interface PublishedDocuments {
    /**
     * @param asker of whose tenant, and who, for the audit log
     * @param asked which run
     * @param name as the manifest lists it, e.g. {@code context.json}
     * @return the plaintext; empty when the tenant does not exist, is switched off, has published no such run, or has no such
     *     document
     * @throws com.opsatc.contract.error.PipelineException when the document is there but cannot be trusted or read
     */
    Optional<byte[]> document(Asker asker, AskedRun asked, String name);

    /** The runs that can be asked for, oldest first; empty when the tenant does not exist or is switched off. */
    Optional<PublishedRuns> runs(Asker asker);
}
