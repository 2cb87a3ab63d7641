/** What every command shares: options, the home it opens, where it says what, its failure log. */
package com.opsatc.jobs.cli.command;
