/**
 * Tables as one attempt sees and writes them, their branches, digests and garbage. What is in them is not known here.
 */
package com.opsatc.process.store;
