/** The tenant boundary: scopes, the platform database, and what is known about tenants, runs and heads. */
package com.opsatc.tenancy;
