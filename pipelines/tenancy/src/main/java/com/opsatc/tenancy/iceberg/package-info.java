/**
 * Iceberg over a tenant's store; the only package that knows Iceberg, absent from the command's class path. No table of ours
 * is named here.
 */
package com.opsatc.tenancy.iceberg;
