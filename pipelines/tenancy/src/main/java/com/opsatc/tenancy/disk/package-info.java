/** Files and directories for their owner only, durable once written. What is in them is not known here. */
package com.opsatc.tenancy.disk;
