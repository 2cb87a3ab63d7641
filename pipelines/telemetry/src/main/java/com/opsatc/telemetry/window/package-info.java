/**
 * Figures over windows of days, computed from released tables and the manifest alone: post-processing that costs no
 * budget.
 */
package com.opsatc.telemetry.window;
