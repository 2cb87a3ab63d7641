package com.opsatc.process.publish;

import com.opsatc.contract.BottlenecksDocument;
import com.opsatc.contract.DefinitionsDocument;
import com.opsatc.contract.EdgesDocument;
import com.opsatc.contract.FindingsDocument;
import com.opsatc.contract.KpisDocument;
import com.opsatc.contract.QualityDocument;
import com.opsatc.contract.VariantsDocument;

/** Turns a run's documents into the report's bytes; the same documents give the same bytes. */
@FunctionalInterface
public interface ReportRenderer {
    byte[] render(Input documents);

    /** All that a report shows. */
    record Input(
            KpisDocument kpis,
            EdgesDocument edges,
            VariantsDocument variants,
            BottlenecksDocument bottlenecks,
            FindingsDocument findings,
            QualityDocument quality,
            DefinitionsDocument definitions) {}
}
