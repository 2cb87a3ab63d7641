/** De-identified platform telemetry: what engineers see of the platform, never a tenant or a person. */
package com.opsatc.telemetry;
