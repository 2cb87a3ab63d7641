/** End-to-end benchmarks, with the peers beside. */
package com.opsatc.benchmarks;
