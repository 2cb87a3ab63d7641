/** How results are shown: aligned text for people, JSON, CSV and Arrow for programs. */
package com.opsatc.jobs.cli.output;
