/**
 * Declared rules about the order and time of a case's activities (definitions 1.13): one class for each kind, all asked by one
 * {@code CaseMeasure}.
 */
package com.opsatc.kernel.measure.rule;
