/**
 * The entries of a tenant's audit log: written in the transaction of what they record, so that what cannot be recorded does not
 * happen. What proves that none was lost or altered is in {@code boundary.audit}.
 */
package com.opsatc.tenancy.audit;
