package com.opsatc.jobs.report;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.text.PageFigures;
import java.math.BigDecimal;

/** A named figure beside a finding, in words; its name says its unit where that is not the unit of the finding. */
record FactText(String name, String value) {
    static FactText of(FigureName name, BigDecimal value, Unit unit) {
        return new FactText(name.words(), PageFigures.named(name, value, unit));
    }
}
