/** Passages whose time is far from that of the others of their kind. */
package com.opsatc.contract.unusual;
