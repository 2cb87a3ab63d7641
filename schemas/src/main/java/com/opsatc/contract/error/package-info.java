/** Failures with a code that becomes an exit code or a status, and what of them may be logged. */
package com.opsatc.contract.error;
