package com.opsatc.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueCheckTest {
    private static final Path EXAMPLE = Path.of(
            System.getProperty("opsatc.root"),
            "schemas/src/test/resources/com/opsatc/contract/json/examples/recommendations.json");

    /** 3,350 s halfway, at 160.00 EUR a day, of which half comes: the middle of each, which is also the middle of the products. */
    @Test
    void of_publishedExample_follows() throws Exception {
        RecommendationsDocument document = document("", "");

        assertThat(document.values()).singleElement().satisfies(value -> {
            assertThat(value.totals().get(0).money().p50()).isEqualTo(3_350_000_000L * 16_000 / 2 / 86_400_000_000L);
            assertThat(ValueCheck.of(document, value)).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/values/0/totals/0/money/p50, 311",
        "/values/0/recommended/0/money/p10, 39",
        "/values/0/totals/0/money/p90, 683",
        "/values/0/recommended/0/quantity/low, 500000001",
        "/values/0/time/optimistic_us, 6100000001",
        "/values/0/time/recommendations, 2",
        "/values/0/rates/0/amount/likely, 17000",
        "/recommendations/0/optimistic/value, 6000000000",
    })
    void of_oneNumberAltered_doesNotFollow(String pointer, long altered) throws Exception {
        RecommendationsDocument document = document(pointer, Long.toString(altered));

        assertThat(ValueCheck.of(document, document.values().get(0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/values/0/rates/0/from, 2026-04-01",
        "/values/0/totals/0/channel, labour",
        "/values/0/not_valued/0/channel, penalties",
        "/values/0/totals/0/of/0, R-order-to-cash-002",
    })
    void of_oneTextAltered_doesNotFollow(String pointer, String altered) throws Exception {
        RecommendationsDocument document = document(pointer, "\"" + altered + "\"");

        assertThat(ValueCheck.of(document, document.values().get(0))).isFalse();
    }

    private static RecommendationsDocument document(String pointer, String value) throws IOException {
        ObjectNode tree = (ObjectNode) CanonicalJson.tree(Files.readAllBytes(EXAMPLE));
        if (!pointer.isEmpty()) {
            int last = pointer.lastIndexOf('/');
            var holder = tree.at(pointer.substring(0, last));
            var altered = CanonicalJson.tree(value.getBytes(StandardCharsets.UTF_8));
            if (holder instanceof ObjectNode object) {
                object.set(pointer.substring(last + 1), altered);
            } else {
                ((com.fasterxml.jackson.databind.node.ArrayNode) holder)
                        .set(Integer.parseInt(pointer.substring(last + 1)), altered);
            }
        }
        return CanonicalJson.read(tree.toString().getBytes(StandardCharsets.UTF_8), RecommendationsDocument.class);
    }
}
