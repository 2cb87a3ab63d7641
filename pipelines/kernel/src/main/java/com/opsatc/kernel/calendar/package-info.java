/**
 * Working time (definitions 2.2): shifts of a week, holidays, exceptions and changes of plan in a zone, and how much working
 * time lies between two instants.
 */
package com.opsatc.kernel.calendar;
