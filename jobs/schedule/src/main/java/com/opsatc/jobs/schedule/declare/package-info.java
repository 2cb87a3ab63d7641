/**
 * What is declared in {@code conf/schedule.yaml}: jobs, their times on a zone's clock, what becomes of missed ones. It neither
 * runs anything nor knows who does.
 */
package com.opsatc.jobs.schedule.declare;
