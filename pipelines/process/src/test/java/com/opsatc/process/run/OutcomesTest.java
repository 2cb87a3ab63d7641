package com.opsatc.process.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void findings_evidenceOfMembers_isNotCountedAgain() {
        assertThat(Outcomes.findings(Stream.of(
                        "kpis.json",
                        "evidence/K-p-cycle-time.arrow",
                        "evidence/F-p-001.arrow",
                        "evidence/F-p-001-2.arrow",
                        "evidence/F-p-001-10.arrow",
                        "evidence/F-p-002.arrow",
                        "evidence/F-p-001-002.arrow",
                        "evidence/F-bpi-2012-001.arrow")))
                .as("F-p-001-002 is the second of a process p-001")
                .isEqualTo(4);
    }
}
