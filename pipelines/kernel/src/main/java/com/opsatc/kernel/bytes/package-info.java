/** How states of mining are written and read. */
package com.opsatc.kernel.bytes;
