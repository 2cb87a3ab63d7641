package com.opsatc.jobs.report.telemetry;

/** A name and what it stands for, as a list on the page shows them. */
record Fact(String name, String value) {}
