package com.opsatc.advisory;

import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.document.DocumentHeader;

/** One finding on its own, with what the document it stands in says of itself. */
record FindingDocument(DocumentHeader header, Finding finding) {}
