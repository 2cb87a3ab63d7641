/** How an event log is read: one case after the other, each in its total order. */
package com.opsatc.kernel.log;
