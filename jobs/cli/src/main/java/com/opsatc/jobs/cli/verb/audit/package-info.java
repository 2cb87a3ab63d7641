/** Verbs about the audit logs of tenants, and the witness. */
package com.opsatc.jobs.cli.verb.audit;
