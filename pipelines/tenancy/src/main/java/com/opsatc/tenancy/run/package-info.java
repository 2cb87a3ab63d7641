/**
 * What runs leave and readers find: heads, the ledger of attempts, the switch and the lock that guard them, what a head
 * published and the files of its tables. Not how a run computes.
 */
package com.opsatc.tenancy.run;
