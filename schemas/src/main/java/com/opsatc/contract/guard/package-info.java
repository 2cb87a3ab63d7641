/** Guards: figures that rise where another one looks better than the work is, and what is said of them. */
package com.opsatc.contract.guard;
