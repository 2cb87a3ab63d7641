/**
 * Why work waits before it starts (definitions 1.6): what enabled it, and what its resource did meanwhile. A resource is an
 * opaque slot, known by equality alone; no figure here is of one.
 */
package com.opsatc.kernel.waiting;
