package com.opsatc.tenancy.key;

/**
 * The key that seals every other secret of an installation; nothing else is sealed under it.
 *
 * <p>Guarantee: what {@link #wrap} returns can be opened only by the same root key with the same context, and any change of
 * it is refused. Limit: it does not hide the length, and whoever holds the root key and the key store holds everything. The
 * local file is the default; a cloud key service is another implementation of these two methods.
 */
public interface RootKey extends AutoCloseable {
    /** Seals a secret; the context says what it is for and must be repeated to open it. */
    byte[] wrap(byte[] secret, byte[] context);

    /**
     * Opens what {@link #wrap} sealed.
     *
     * @throws com.opsatc.contract.error.PipelineException when the bytes, the context or the root key are others
     */
    byte[] unwrap(byte[] wrapped, byte[] context);

    /** Forgets the key. */
    @Override
    void close();
}
