/** From rows to canonical objects and events, by a connector's expressions, and what they made of how many rows. */
package com.opsatc.process.admit.map;
