/** What the demo shows, beside what a run shows. */
package com.opsatc.jobs.cli.demo;
