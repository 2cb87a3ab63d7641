/** One child process for each tenant's run: how it is started, what it is given, what it says, how it ends. */
package com.opsatc.jobs.host.child;
