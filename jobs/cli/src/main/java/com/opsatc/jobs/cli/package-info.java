/**
 * The {@code opsatc} command: its verbs put together, and how a failure is told. Each family of verbs has a package
 * of its own under {@code verb}.
 */
package com.opsatc.jobs.cli;
