/**
 * What engineers hold of a release: Parquet tables of the engineering zone, written once, and the probe's figures
 * beside them.
 */
package com.opsatc.telemetry.publish;
