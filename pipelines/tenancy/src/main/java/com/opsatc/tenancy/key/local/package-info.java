/**
 * The root key in a file of this machine: the backend {@code local} of {@link com.opsatc.tenancy.key.RootKey}. No other secret
 * is kept here.
 */
package com.opsatc.tenancy.key.local;
