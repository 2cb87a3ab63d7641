/** How the change of a figure divides over the segments of its members. */
package com.opsatc.kernel.segment;
