/** Simulated extracts of two systems of record, with known truth: they feed the demo, tests and benchmarks. */
package com.opsatc.jobs.simulate;
