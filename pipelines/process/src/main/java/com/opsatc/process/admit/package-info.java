/** From extract files to admitted, typed rows: which files, which rows, what is kept out and why, and what rows mean. */
package com.opsatc.process.admit;
