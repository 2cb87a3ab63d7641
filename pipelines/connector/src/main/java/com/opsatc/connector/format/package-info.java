/**
 * Reads the records of extract files, streaming: bytes, compression, characters, records; never more than is
 * declared.
 */
package com.opsatc.connector.format;
