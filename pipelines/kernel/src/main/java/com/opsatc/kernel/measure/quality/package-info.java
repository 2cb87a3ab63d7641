/** What is to be said of a log as data, before anything else is; one {@code CaseMeasure} each. */
package com.opsatc.kernel.measure.quality;
