/** The read-only door to extracts of the systems of record. */
package com.opsatc.tenancy.source;
