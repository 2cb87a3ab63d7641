/** Commands about connectors: list, show, draft. */
package com.opsatc.jobs.cli.verb.connector;
