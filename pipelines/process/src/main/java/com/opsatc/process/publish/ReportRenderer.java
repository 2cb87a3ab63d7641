package com.opsatc.process.publish;

import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.document.WaitingDocument;

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
            WaitingDocument waiting,
            AgeingDocument ageing,
            RulesDocument rules,
            FindingsDocument findings,
            RecommendationsDocument recommendations,
            QualityDocument quality,
            DefinitionsDocument definitions) {}
}
