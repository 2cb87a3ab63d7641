/** What is open now: how old it is, and what is at risk of missing its date. */
package com.opsatc.contract.ageing;
