/** Canonical JSON, and the schemas that hold documents. */
package com.opsatc.contract.json;
