package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.report.Statement.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
    @Test
    void of_placesForSubjects_setsTenantTextApart() {
        assertThat(Statement.of("From {subject.1} to {subject.2}.", List.of("A", "B"))
                        .parts())
                .containsExactly(
                        new Part("From ", false),
                        new Part("A", true),
                        new Part(" to ", false),
                        new Part("B", true),
                        new Part(".", false));
    }

    @Test
    void of_subjectThatLooksLikeAPlace_isNotReadAgain() {
        assertThat(Statement.of("{subject.1}", List.of("{subject.2}", "B")).parts())
                .containsExactly(new Part("{subject.2}", true));
    }

    @Test
    void of_placeWithoutASubject_staysAsWritten() {
        assertThat(Statement.of("a {subject.2} b {subject.0}", List.of("A")).parts())
                .containsExactly(new Part("a {subject.2} b {subject.0}", false));
    }
}
