package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.FigureName;
import com.opsatc.contract.claim.Unit;
import com.opsatc.jobs.report.part.FactText;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTextTest {
    @ParameterizedTest
    @CsvSource({
        "P50_US,3600000000,RATIO,median: 1 h",
        "SHARE,0.381204,MICROSECONDS,share of the time beyond targets: 38.1 %",
        "N_BEFORE,1204,RATIO,'n before: 1,204'",
        "BEFORE,0.911240,RATIO,before: 91.1 %",
        "BEFORE,3600000000,MICROSECONDS,before: 1 h",
        "CHANGE,-0.178600,RATIO,change: -17.9 pp",
    })
    void of_name_isShownInItsUnitOrThatOfTheFinding(FigureName name, BigDecimal value, Unit unit, String expected) {
        FactText fact = FactText.of(name, value, unit);

        assertThat(fact.name() + ": " + fact.value().replace('\u00a0', ' ')).isEqualTo(expected);
    }
}
