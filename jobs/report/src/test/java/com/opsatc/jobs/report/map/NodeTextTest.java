package com.opsatc.jobs.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeTextTest {
    @Test
    void of_shortName_isOneLine() {
        assertThat(NodeText.of("Credit check").lines()).containsExactly("Credit check");
    }

    @Test
    void of_longName_breaksAtASpaceAndEndsInAnEllipsis() {
        assertThat(NodeText.of("Change requested delivery date").lines())
                .containsExactly("Change requested", "delivery date");
        assertThat(NodeText.of("Cancel order line because the material is no longer made")
                        .lines())
                .containsExactly("Cancel order line because", "the material is no longer…");
    }

    @Test
    void of_nameWithoutSpaces_isBrokenAnywayAndStaysInTheBox() {
        NodeText text = NodeText.of("W".repeat(90));

        assertThat(text.lines()).hasSize(2);
        assertThat(text.width()).isLessThanOrEqualTo(NodeText.LINE_WIDTH + 14);
    }

    @Test
    void of_wideCharacters_takeTheirRoom() {
        assertThat(NodeText.of("商".repeat(30)).lines().get(0)).hasSize(12);
    }

    @Test
    void of_emptyName_isNamedAsSuch() {
        assertThat(NodeText.of("").lines()).containsExactly("(empty name)");
    }
}
