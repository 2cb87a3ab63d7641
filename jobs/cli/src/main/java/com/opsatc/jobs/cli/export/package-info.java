/** The documents of a run as a folder of files that other tools read. */
package com.opsatc.jobs.cli.export;
