/** What happened in each case of a process, as a document that slices are made from. */
package com.opsatc.process.path;
