/**
 * The one place where noise is drawn: charges the ledger, releases exact days as noised vectors, and publishes them.
 */
package com.opsatc.telemetry.release;
