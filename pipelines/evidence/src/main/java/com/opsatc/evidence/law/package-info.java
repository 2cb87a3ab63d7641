/**
 * What must hold of the documents of a run (definitions 4.2): asked before it publishes, and again by whoever verifies it. Only documents
 * are looked at, so that nothing of the engine is shared.
 */
package com.opsatc.evidence.law;
