/**
 * Published figures computed a second time by SQL over the canonical tables that a run names. It shares no arithmetic with the engine:
 * no log, no code, no measure; what it needs of it is how tables are named and what documents look like.
 */
package com.opsatc.process.crosscheck;
