/**
 * How old open cases are, and how many past cases missed their date that were open as long before it; with what held-out weeks say
 * of such shares.
 */
package com.opsatc.kernel.ageing;
