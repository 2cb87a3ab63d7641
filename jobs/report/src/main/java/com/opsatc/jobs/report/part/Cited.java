package com.opsatc.jobs.report.part;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.id.TenantId;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.List;

/**
 * The records a figure rests on: how many, the first few, and the command that lists them all.
 *
 * @param rest how many rows the page does not list; null when it lists them all
 */
public record Cited(String rows, String rest, String document, String digest, String command, List<Place> sample) {
    private static final int SHOWN = 8;
    private static final int SHORT_DIGEST = 12;

    /** A cited row: source system, the extract file's digest (short and whole), row, and its declared key, null for none. */
    public record Place(String system, String file, String digest, String row, String key) {
        public static Place of(Citation citation) {
            return new Place(
                    Words.name(citation.system()),
                    shortened(citation.file().hex()),
                    citation.file().hex(),
                    PageFigures.count(citation.row()),
                    citation.key() == null ? null : Words.name(citation.key()));
        }
    }

    public static Cited of(String id, Evidence evidence, TenantId tenant) {
        List<Place> sample =
                evidence.sample().stream().limit(SHOWN).map(Place::of).toList();
        long rest = evidence.rows() - sample.size();

        return new Cited(
                PageFigures.count(evidence.rows()),
                rest > 0 ? PageFigures.count(rest) : null,
                Words.name(evidence.document()),
                shortened(evidence.digest().hex()),
                "opsatc explain " + Words.name(id) + " --tenant " + tenant + " --all",
                sample);
    }

    /** Whether any of the rows that are listed has a key. */
    public boolean keyed() {
        return sample.stream().anyMatch(place -> place.key() != null);
    }

    public static String shortened(String digest) {
        return digest.substring(0, SHORT_DIGEST);
    }
}
