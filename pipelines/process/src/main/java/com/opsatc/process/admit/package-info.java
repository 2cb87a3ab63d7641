/**
 * Which admitted rows speak, and whether they may: versions, populations, quality rules. Reading and mapping are
 * packages of their own.
 */
package com.opsatc.process.admit;
