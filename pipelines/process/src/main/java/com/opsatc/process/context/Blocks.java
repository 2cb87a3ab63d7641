package com.opsatc.process.context;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.document.ContextFile.Block;
import com.opsatc.contract.json.CanonicalJson;
import java.util.List;

/**
 * Puts a block together: facts, the first few citations, how many there are, and how large it will be in a prompt. What a
 * system of record calls a cited row is a label.
 */
final class Blocks {
    /** Enough to look a claim up; the evidence document has the rest. */
    private static final int CITATIONS = 5;

    private Blocks() {}

    static Block of(
            String id,
            String kind,
            DefinitionRef definition,
            Facts facts,
            Evidence evidence,
            List<String> caveats,
            Labels labels) {
        return of(id, kind, definition, facts, evidence.sample(), evidence.rows(), caveats, labels);
    }

    /** Of what rests on records that are all named. */
    static Block cited(
            String id,
            String kind,
            DefinitionRef definition,
            Facts facts,
            List<Citation> records,
            List<String> caveats,
            Labels labels) {
        return of(id, kind, definition, facts, records, records.size(), caveats, labels);
    }

    private static Block of(
            String id,
            String kind,
            DefinitionRef definition,
            Facts facts,
            List<Citation> sample,
            long rows,
            List<String> caveats,
            Labels labels) {
        List<Citation> citations = sample.stream()
                .limit(CITATIONS)
                .map(cited -> cited.key() == null ? cited : cited.called(labels.reference(cited.key())))
                .toList();
        Block block = new Block(id, kind, definition, facts.all(), citations, rows, caveats, 0);
        return new Block(id, kind, definition, facts.all(), citations, rows, caveats, tokens(block));
    }

    /** An estimate from the size in bytes, three and a half to a token, rounded up. */
    static int tokens(Object document) {
        return Math.toIntExact((2L * CanonicalJson.write(document).length + 6) / 7);
    }
}
