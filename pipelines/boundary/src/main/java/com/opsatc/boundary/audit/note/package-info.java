/** Signed texts about a log as C2SP specifies them: notes, checkpoints, cosignatures, proofs, and the policy of whom to trust. */
package com.opsatc.boundary.audit.note;
