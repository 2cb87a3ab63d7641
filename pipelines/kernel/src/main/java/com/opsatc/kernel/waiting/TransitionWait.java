package com.opsatc.kernel.waiting;

/**
 * The waiting time of all instances of an activity that were enabled by one of another, in microseconds.
 *
 * @param from code of the activity that enabled, {@code to} of the one that waited
 * @param n how many there are, those that did not wait included
 * @param waitUs all their waiting time
 * @param attributedUs of it, that of instances whose slot is known: what {@code causes} divides
 * @param causes the parts of that, with their bounds
 */
public record TransitionWait(int from, int to, long n, long waitUs, long attributedUs, WaitParts causes) {}
