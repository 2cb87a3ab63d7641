package com.opsatc.jobs.cli.slice;

import com.opsatc.contract.claim.LogView;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.text.Nearest;
import com.opsatc.evidence.CaseDocument;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The names of a process that conditions may use: published activities, types of objects and variants, with the numbers that the
 * document of its cases has for them.
 *
 * @param cases how many the process has
 * @param variants the most frequent ones
 */
record SliceNames(List<String> activities, List<String> objectTypes, long cases, List<Variant> variants) {
    /** Of slices that no name of a process is in. */
    static final SliceNames NONE = new SliceNames(List.of(), List.of(), 0, List.of());

    private static final int SHORTEST = 8;

    SliceNames {
        activities = List.copyOf(activities);
        objectTypes = List.copyOf(objectTypes);
        variants = List.copyOf(variants);
    }

    static SliceNames of(String process, EdgesDocument edges, VariantsDocument variants) {
        ProcessEdges recorded = edges.processes().stream()
                .filter(view -> view.process().equals(process) && view.view() == LogView.ACTIVITY)
                .findFirst()
                .orElseThrow();
        return new SliceNames(
                CaseDocument.activities(recorded),
                CaseDocument.objectTypes(process, edges),
                recorded.cases(),
                variants.processes().stream()
                        .filter(view -> view.process().equals(process) && view.view() == LogView.ACTIVITY)
                        .map(ProcessVariants::variants)
                        .findFirst()
                        .orElse(List.of()));
    }

    int activity(SliceWord word) {
        return number(word, activities, "activity");
    }

    int objectType(SliceWord word) {
        return number(word, objectTypes, "type of objects");
    }

    /** The activities of a variant as a case has them. */
    String variant(SliceWord word) {
        List<Variant> meant = variants.stream()
                .filter(variant ->
                        word.text().length() >= SHORTEST && variant.id().hex().startsWith(word.text()))
                .toList();
        if (meant.size() != 1) {
            throw new SliceSyntaxException(
                    word.position(),
                    "expected a variant as 'opsatc variants' lists it, or the first " + SHORTEST
                            + " characters or more of one");
        }

        return meant.get(0).activities().stream()
                .map(activities::indexOf)
                .map(String::valueOf)
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static int number(SliceWord word, List<String> names, String what) {
        int number = names.indexOf(word.text());
        if (number < 0) {
            List<String> near = Nearest.of(word.text(), names);
            throw new SliceSyntaxException(
                    word.position(),
                    "no " + what + " of the process has this name"
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
        }

        return number;
    }
}
