/** Connectors as data: which extract files a system of record delivers, which columns are read, and what they mean. */
package com.opsatc.connector;
