/**
 * Checks what a tenant has published against itself: signature, digests, counts, and every figure from its evidence.
 */
package com.opsatc.jobs.host.verify;
