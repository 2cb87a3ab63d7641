package com.opsatc.evidence.law;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.Law;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.document.VariantsDocument;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A view's variants are as many, and of as many cases, as its map says; where the document lists them all, their cases together are
 * all cases, and these have all events.
 */
final class VariantsLaw implements ConservationLaw {
    @Override
    public Law law() {
        return Law.VARIANTS;
    }

    @Override
    public List<Equation> equations(DocumentSet documents) {
        List<Equation> equations = new ArrayList<>();
        List<ProcessEdges> views =
                documents.find(Documents.EDGES).map(EdgesDocument::processes).orElse(List.of());
        List<ProcessVariants> listed = documents
                .find(Documents.VARIANTS)
                .map(VariantsDocument::processes)
                .orElse(List.of());
        for (ProcessEdges view : views) {
            listed.stream()
                    .filter(variants -> isOf(variants, view))
                    .forEach(variants -> add(equations, view, variants));
        }
        return equations;
    }

    private static boolean isOf(ProcessVariants variants, ProcessEdges view) {
        return variants.process().equals(view.process())
                && variants.view().equals(view.view())
                && Objects.equals(variants.objectType(), view.objectType());
    }

    private static void add(List<Equation> equations, ProcessEdges view, ProcessVariants variants) {
        String where = "of view " + view.view() + ", ";
        equations.add(Equation.of(
                view.process(), where + "variants", variants.total(), "variants of its map", view.variants()));
        equations.add(Equation.of(
                view.process(), where + "cases of variants", variants.cases(), "cases of its map", view.cases()));
        if (variants.total() == variants.variants().size()) {
            equations.add(new Equation(
                    view.process(),
                    where + "cases of each variant together",
                    Sums.of(variants.variants(), Variant::cases),
                    "cases",
                    BigInteger.valueOf(view.cases())));
            equations.add(new Equation(
                    view.process(),
                    where + "activities of the variants in all their cases",
                    events(variants.variants()),
                    "events",
                    BigInteger.valueOf(view.events())));
        }
    }

    private static BigInteger events(List<Variant> variants) {
        BigInteger sum = BigInteger.ZERO;
        for (Variant variant : variants) {
            sum = sum.add(BigInteger.valueOf(variant.cases())
                    .multiply(BigInteger.valueOf(variant.activities().size())));
        }
        return sum;
    }
}
