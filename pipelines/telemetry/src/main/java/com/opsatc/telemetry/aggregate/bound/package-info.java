/** How much one user or tenant may weigh in a day, so that a release can bound what it tells of any of them. */
package com.opsatc.telemetry.aggregate.bound;
