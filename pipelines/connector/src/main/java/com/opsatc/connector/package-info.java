/**
 * Connectors as data: found, read, checked, described. What they declare of streams is in {@code spec}, of events and objects in
 * {@code mapping}; how a cell becomes a value in {@code value}; file formats and drafts are packages of their own.
 */
package com.opsatc.connector;
