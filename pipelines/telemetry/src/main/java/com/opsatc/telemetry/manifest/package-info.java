/**
 * The telemetry manifest, checked, and its blocks and cells in the order in which everything is counted and released.
 */
package com.opsatc.telemetry.manifest;
