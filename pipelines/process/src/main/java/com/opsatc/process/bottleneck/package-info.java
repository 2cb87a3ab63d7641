/** Where cases wait: the edges of a mined process, ranked. */
package com.opsatc.process.bottleneck;
