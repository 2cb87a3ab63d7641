/** Counterfactuals: what would have been, had a duration been capped or a share stayed what it was; integers only. */
package com.opsatc.kernel.advice;
