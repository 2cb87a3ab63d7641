/** Exact vectors of a day in the restricted zone: written once, encrypted, deleted after seven days. */
package com.opsatc.telemetry.exact;
