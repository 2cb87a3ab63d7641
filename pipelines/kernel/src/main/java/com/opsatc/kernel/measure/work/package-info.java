/** What activity instances tell apart: work, and the time in which nobody works; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.work;
