/** What the command and a tenant's child process say to each other over the child's standard input and output. */
package com.opsatc.contract.run;
