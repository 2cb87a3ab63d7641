/**
 * How an event log is read: in columns, one case after the other, each in its total order. What is collected from it lives in
 * {@code visit} and {@code measure}.
 */
package com.opsatc.kernel.log;
