/** The documents of platform telemetry: what is counted, what was released, and what engineers look at. */
package com.opsatc.contract.telemetry;
