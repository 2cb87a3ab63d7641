/** A tenant's encrypted files: one door, one format. */
package com.opsatc.tenancy.store;
