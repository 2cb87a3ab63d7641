/** What a figure is made of: interval, window, what is left out, series and limits, and how it is written. */
package com.opsatc.contract.figure;
