package com.opsatc.advisory;

import com.opsatc.contract.DocumentHeader;
import com.opsatc.contract.Finding;

/** One finding on its own, with what the document it stands in says of itself. */
record FindingDocument(DocumentHeader header, Finding finding) {}
