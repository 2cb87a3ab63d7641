/** What a child process and the command that started it say to each other on pipes. */
package com.opsatc.contract.pipe;
