/** What recommendations are worth: rates that a tenant declares, and money by channel that follows from them and from published effects. */
package com.opsatc.contract.value;
