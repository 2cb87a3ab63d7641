/** What crosses a boundary: identities, published documents, the run manifest, and the schemas that hold them. */
package com.opsatc.contract;
