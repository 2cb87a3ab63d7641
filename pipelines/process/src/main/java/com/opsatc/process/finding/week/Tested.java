package com.opsatc.process.finding.week;

import com.opsatc.kernel.statistics.StepRule;

/**
 * A shift with what it was tested by.
 *
 * @param splits how many splits were tested in its family
 */
public record Tested(Shift shift, StepRule rule, long splits) {}
