/** Declared rules about the activities of a case, and what a run found of them. */
package com.opsatc.contract.rule;
