/** A tenant's encrypted files: one door, one format. Which files there are is for those who write them. */
package com.opsatc.tenancy.store;
