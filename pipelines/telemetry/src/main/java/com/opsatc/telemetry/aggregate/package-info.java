/**
 * The pipeline from telemetry files to one exact vector a day: bounded by user and tenant, integers only, no noise
 * yet.
 */
package com.opsatc.telemetry.aggregate;
