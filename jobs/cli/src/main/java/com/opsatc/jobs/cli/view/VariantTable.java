package com.opsatc.jobs.cli.view;

import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.Variant;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.jobs.cli.output.Column;
import com.opsatc.jobs.cli.output.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A line a variant; the share is of all cases of the process, including those of variants not listed. */
final class VariantTable {
    private static final int SHARE_DECIMALS = 6;
    private static final List<Column> COLUMNS = List.of(
            Column.coded("view", "view"),
            Column.coded("process", "process"),
            Column.symbol("variant"),
            Column.count("cases", "cases"),
            Column.share("share", "share"),
            Column.duration("mean_cycle_us", "mean cycle time"),
            Column.count("events", "events"),
            Column.text("activities", "activities"));

    private static final Column OBJECT = Column.text("object_type", "object");

    private VariantTable() {}

    static List<DocumentView.Titled> of(VariantsDocument document) {
        boolean objects = document.processes().stream().anyMatch(process -> process.objectType() != null);
        return List.of(new DocumentView.Titled(
                "",
                "",
                new Table(
                        objects
                                ? Stream.concat(COLUMNS.stream(), Stream.of(OBJECT))
                                        .toList()
                                : COLUMNS,
                        document.processes().stream()
                                .flatMap(process -> process.variants().stream()
                                        .map(variant -> row(document.header(), process, variant, objects))))));
    }

    private static List<Object> row(DocumentHeader header, ProcessVariants process, Variant variant, boolean objects) {
        List<Object> row = new ArrayList<>(row(header, process, variant));
        if (objects) {
            row.add(process.objectType());
        }

        return row;
    }

    private static List<Object> row(DocumentHeader header, ProcessVariants process, Variant variant) {
        BigDecimal cases = BigDecimal.valueOf(variant.cases());

        return Table.row(
                PlainNames.cell(process.view()),
                PlainNames.process(header, process.process()),
                variant.id().hex(),
                variant.cases(),
                cases.divide(BigDecimal.valueOf(process.cases()), SHARE_DECIMALS, RoundingMode.HALF_EVEN),
                BigDecimal.valueOf(variant.cycleSumUs())
                        .divide(cases, 0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                (long) variant.activities().size(),
                String.join(" → ", variant.activities()));
    }
}
