/** What is said of files and rows: counts, reasons, versions. */
package com.opsatc.contract.quality;
