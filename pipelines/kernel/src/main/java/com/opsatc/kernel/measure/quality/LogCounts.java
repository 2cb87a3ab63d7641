package com.opsatc.kernel.measure.quality;

/**
 * What is counted of a log as data (definitions 1.1).
 *
 * @param oneEventCases cases of a single event, whose cycle time is 0 by definition
 * @param midnightOnly events that are complete at the first instant of a day: a date without a time, so that their order within
 *     the day is not known
 * @param orderWithinADay passages within one day of which an end is such an event: what came first that day is not known
 * @param withStart events that record a start as well as a completion
 */
public record LogCounts(
        long events, long cases, long oneEventCases, long midnightOnly, long orderWithinADay, long withStart) {}
