/** What recommendations would be worth: published effects times the rates that a tenant declares, by channel (definition recommended-value). */
package com.opsatc.process.recommend.value;
