/** Texts that stand for a time: patterns, ISO 8601, counts since a day, zones by word. */
package com.opsatc.connector.time;
