/** The Merkle tree of RFC 6962: roots, and the proofs that an entry is in it and that it only ever grew. Knows no entry's content. */
package com.opsatc.boundary.audit.tree;
