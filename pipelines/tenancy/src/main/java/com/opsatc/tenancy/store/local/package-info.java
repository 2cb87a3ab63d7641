/** Stored files on a local disk: the backend {@code local} of {@link com.opsatc.tenancy.store.BlobStore}. It decrypts nothing. */
package com.opsatc.tenancy.store.local;
