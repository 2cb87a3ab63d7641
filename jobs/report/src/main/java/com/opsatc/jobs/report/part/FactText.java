package com.opsatc.jobs.report.part;

import com.opsatc.contract.claim.ChangeSplit;
import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.text.PageFigures;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** A named figure beside a finding, in words; its name says its unit where that is not the unit of the finding. */
public record FactText(String name, String value) {
    private static final int MOST_SEGMENTS = 3;

    public static FactText of(FigureName name, BigDecimal value, Unit unit) {
        return new FactText(name.words(), PageFigures.named(name, value, unit));
    }

    /** How a change divides: what it says as a whole, then the segments that most of it is associated with. */
    public static Stream<FactText> of(ChangeSplit split, Unit unit) {
        return Stream.concat(
                Stream.of(new FactText("by " + split.attribute(), split.sentence(unit))),
                split.segments().stream()
                        .limit(MOST_SEGMENTS)
                        .map(segment -> new FactText(
                                split.attribute() + " " + segment.name(), ChangeSplit.text(segment, unit))));
    }
}
