package com.opsatc.evidence.law;

import com.opsatc.contract.document.Law;
import java.util.List;

/** A law as what it says of the documents of a run: equations, none where they have nothing that it speaks of. */
interface ConservationLaw {
    Law law();

    List<Equation> equations(DocumentSet documents);
}
