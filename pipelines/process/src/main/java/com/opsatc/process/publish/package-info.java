/** How documents become a head: their folder, and the one commit that readers see. Nothing is computed here. */
package com.opsatc.process.publish;
