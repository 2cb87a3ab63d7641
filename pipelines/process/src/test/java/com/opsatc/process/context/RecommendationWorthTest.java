package com.opsatc.process.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.ContextFile.Block;
import com.opsatc.contract.document.ContextFile.Fact;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a recommendation would be worth is a fact in whole minor units, which an advisor can cite to the last digit. */
final class RecommendationWorthTest {
    private static final String NOT_MEASURED =
            "Its worth in money is not measured: the tenant declares no rate for what it saves.";

    @Test
    void of_valuedRecommendation_saysTheMiddleWithTheTenthAndNineTenths() throws IOException {
        RecommendationsDocument document = example();

        Block block = block(document);

        assertThat(block.facts())
                .filteredOn(each -> each.id().contains("worth"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.id()).isEqualTo("R-order-to-cash-001.worth-working-capital");
                    assertThat(fact.text())
                            .endsWith(
                                    "the recommendation 'Escalate what waits longer than nine in ten' would be worth 310 hundredths"
                                            + " of EUR of working capital (80.0 % interval 38 to 682).");
                    assertThat(fact.value()).isEqualByComparingTo("310");
                });
        assertThat(block.caveats())
                .contains(
                        "Channels of worth are kept apart and not to be added; they rest on rates that the tenant declares.")
                .doesNotContain(NOT_MEASURED);
    }

    @Test
    void of_recommendationWithoutRate_saysThatMoneyIsNotMeasured() throws IOException {
        RecommendationsDocument document = example();

        Block block = block(new RecommendationsDocument(
                document.header(), document.recommendations(), document.heldBack(), document.lookedAt()));

        assertThat(block.facts()).extracting(Fact::id).noneMatch(id -> id.contains("worth"));
        assertThat(block.caveats()).contains(NOT_MEASURED);
    }

    private static Block block(RecommendationsDocument document) {
        return new RecommendationBlocks(document.header(), List.of(), new Labels())
                .of(document, Map.of())
                .get(0);
    }

    private static RecommendationsDocument example() throws IOException {
        return CanonicalJson.read(
                Files.readAllBytes(Path.of(
                        System.getProperty("opsatc.root"),
                        "schemas/src/test/resources/com/opsatc/contract/json/examples/recommendations.json")),
                RecommendationsDocument.class);
    }
}
