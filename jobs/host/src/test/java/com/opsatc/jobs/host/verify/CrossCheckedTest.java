package com.opsatc.jobs.host.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.run.RunOutcome;
import com.opsatc.contract.run.RunOutcome.CrossCheck;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossCheckedTest {
    private static final Verification READ = new Verification(
            new TenantId("acme"),
            "r1",
            List.of(new Verification.Check("signature", 1, 1, "signed", List.of())),
            List.of("intervals", CrossChecked.UNSTATED));

    @Test
    void and_everyFigureHolds_passesAndSaysWhatIsLeft() {
        Verification both = READ.and(CrossChecked.of(outcome(new CrossCheck("edges", 2, 2, List.of()))));

        assertThat(both.passed()).isTrue();
        assertThat(both.checks()).extracting(Verification.Check::name).containsExactly("signature", "edges");
        assertThat(both.notCovered())
                .containsExactly(
                        "intervals",
                        "the figures of bottlenecks, waiting causes and activity instances that no finding states");
    }

    @Test
    void and_figureDoesNotHold_failsAndNamesIt() {
        Verification both = READ.and(
                CrossChecked.of(outcome(new CrossCheck("edges", 1, 2, List.of("edges of p, activity, number 2")))));

        assertThat(both.passed()).isFalse();
        assertThat(both.checks().get(1).broken()).containsExactly("edges of p, activity, number 2");
    }

    @Test
    void of_severalProcesses_addsUpEachKind() {
        assertThat(CrossChecked.of(outcome(
                                new CrossCheck("edges", 1, 2, List.of("edges of p, activity, number 2")),
                                new CrossCheck("variants", 3, 3, List.of()),
                                new CrossCheck("edges", 4, 4, List.of())))
                        .checks())
                .extracting(check -> check.name() + " " + check.holds() + " of " + check.of() + " " + check.broken())
                .containsExactly("edges 5 of 6 [edges of p, activity, number 2]", "variants 3 of 3 []");
    }

    @Test
    void and_allHoldYetTheTablesHaveMore_fails() {
        assertThat(READ.and(CrossChecked.of(outcome(
                                new CrossCheck("edges", 2, 2, List.of("edges of p, 1 that no document states")))))
                        .passed())
                .isFalse();
    }

    private static RunOutcome outcome(CrossCheck... checks) {
        return new RunOutcome(
                RunOutcome.State.CHECKED,
                "r1",
                LocalDate.of(2026, 3, 4),
                1,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(checks));
    }
}
