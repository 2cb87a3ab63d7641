/** What is open at the logical date, by age, with the risk of missing its date; the arithmetic is in {@code kernel.ageing}. */
package com.opsatc.process.ageing;
