package com.opsatc.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    @Test
    void all_ofTheCatalogue_areNamedByTheirSchemas() {
        assertThat(Documents.ALL.stream().filter(DocumentType::isJson))
                .isNotEmpty()
                .allSatisfy(document ->
                        assertThat(document.key()).isEqualTo(document.schema().concept()));
        assertThat(Documents.ALL.stream().map(DocumentType::key))
                .containsExactly(
                        "kpis",
                        "edges",
                        "variants",
                        "bottlenecks",
                        "waiting",
                        "ageing",
                        "rules",
                        "findings",
                        "recommendations",
                        "quality",
                        "definitions",
                        "context",
                        "report");
    }

    @Test
    void all_ofTheCatalogue_areTheConstants() throws IllegalAccessException {
        Stream.Builder<Object> constants = Stream.builder();
        for (var field : Documents.class.getFields()) {
            if (field.getType() == DocumentType.class) {
                constants.add(field.get(null));
            }
        }

        assertThat(constants.build()).containsExactlyInAnyOrderElementsOf(Documents.ALL);
    }
}
