/**
 * Why work waits: what enabled each activity instance, and what its slot did meanwhile; the arithmetic is in {@code kernel.waiting}.
 * Nothing here names or counts slots.
 */
package com.opsatc.process.waiting;
