/** The documents that a run publishes, and the manifest that names them. */
package com.opsatc.contract.document;
