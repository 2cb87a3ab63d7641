/** The read-only door to extracts of the systems of record. What a file means is not known here. */
package com.opsatc.tenancy.source;
