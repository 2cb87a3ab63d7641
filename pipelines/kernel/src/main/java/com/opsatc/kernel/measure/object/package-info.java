/** What is collected apart for each kind of business object that a case of a view may be. */
package com.opsatc.kernel.measure.object;
