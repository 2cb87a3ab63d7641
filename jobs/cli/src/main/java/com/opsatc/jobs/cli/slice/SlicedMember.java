package com.opsatc.jobs.cli.slice;

import com.opsatc.evidence.EvidenceRow;

/**
 * A member of a figure, as conditions see it.
 *
 * @param path of its case; null where no condition asks
 */
record SlicedMember(EvidenceRow row, CasePath path) {}
