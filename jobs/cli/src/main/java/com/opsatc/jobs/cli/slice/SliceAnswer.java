package com.opsatc.jobs.cli.slice;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.text.Nearest;
import com.opsatc.evidence.CaseDocument;
import com.opsatc.tenancy.run.Published;
import java.util.List;

/**
 * What is told of a slice: its figure, and how many looks at this run it is one of.
 *
 * @param caveats what so many looks allow to be said, each a sentence
 */
public record SliceAnswer(SliceFigure figure, long looks, List<String> caveats) {
    public SliceAnswer {
        caveats = List.copyOf(caveats);
    }

    /**
     * Of a published run, from its documents alone; counted where it is answered.
     *
     * @throws SliceSyntaxException where a name in the conditions stands for nothing
     * @throws PipelineException (not found) without such a KPI, or a figure of it; else as {@link SliceFigure#of}
     */
    public static SliceAnswer of(Published published, String kpi, SliceWhere where, SliceLog log) {
        KpiValue measured = measured(published.read(Documents.KPIS).kpis(), kpi);
        SliceFigure figure = where.isOfCases()
                ? SliceFigure.of(
                        measured,
                        where,
                        SliceNames.of(
                                measured.process(),
                                published.read(Documents.EDGES),
                                published.read(Documents.VARIANTS)),
                        published.stream(measured.evidence().document()),
                        published.stream(CaseDocument.name(measured.process())))
                : SliceFigure.of(
                        measured,
                        where,
                        SliceNames.NONE,
                        published.stream(measured.evidence().document()),
                        /* cases= */ null);
        long looks =
                log.count(published.manifest().tenant(), published.manifest().runId(), measured.id(), where);
        return new SliceAnswer(figure, looks, SliceLog.caveats(looks));
    }

    private static KpiValue measured(List<KpiValue> kpis, String id) {
        KpiValue found = kpis.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> near =
                            Nearest.of(id, kpis.stream().map(KpiValue::id).toList());
                    return new PipelineException(
                            ErrorCode.NOT_FOUND,
                            "Cannot slice " + id + ": no KPI of the published run has this id"
                                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?")
                                    + "; see opsatc kpis");
                });
        if (!found.measured()) {
            throw new PipelineException(
                    ErrorCode.NOT_FOUND, "Cannot slice " + found.id() + ": it is not measured: " + found.reason());
        }

        return found;
    }
}
