/**
 * Who may touch what: the scopes, who mints them, and how one goes over a pipe to the process that uses it. Not what is done
 * with one (see {@code run} and {@code tenant}), nor what a key or a stored file is.
 */
package com.opsatc.tenancy.scope;
