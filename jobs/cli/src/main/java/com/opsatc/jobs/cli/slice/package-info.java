/** A KPI's figure over a part of its members, from the published rows that it rests on. */
package com.opsatc.jobs.cli.slice;
