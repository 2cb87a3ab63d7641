/**
 * What a run starts from: its configuration, the files that were seen, what earlier runs read of them, and what of that is
 * damaged.
 */
package com.opsatc.process.run.input;
