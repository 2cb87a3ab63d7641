/** Files and directories for their owner only, durable once written. */
package com.opsatc.tenancy.disk;
