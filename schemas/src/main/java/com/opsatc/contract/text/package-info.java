/** Texts for people: the nearest name, what a spreadsheet must not run. */
package com.opsatc.contract.text;
