/** Commands that tell who is a tenant, from which sources, with which files. */
package com.opsatc.jobs.cli.verb.tenant;
