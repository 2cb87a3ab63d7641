package com.opsatc.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.jobs.report.testing.Page;
import com.opsatc.jobs.report.testing.SampleDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the page of the sample tenant says about its process maps, level by level. */
class MapTextTest {
    private static final Page PAGE = Page.of(SampleDocuments.twoProcesses());

    @Test
    void level_statement_saysWhatIsDrawnOfHowManyAndWhatIsNot() {
        assertThat(statements())
                .containsExactly(
                        "80 %: 5 of 15 transitions are drawn; they carry 92.3 % of 6,135 steps from one "
                                + "activity to the next. 10 are not drawn, nor are 2 activities. At least 68.8 % of 1,240"
                                + " cases stay on drawn transitions all the way. Not drawn here: bottleneck 3 (from 95 "
                                + "%).",
                        "95 %: 7 of 15 transitions are drawn; they carry 97.2 % of 6,135 steps from one "
                                + "activity to the next. 8 are not drawn, nor is 1 activity. At least 78.3 % of 1,240 "
                                + "cases stay on drawn transitions all the way.",
                        "All 15 transitions are drawn; they carry all 6,135 steps from one activity to the " + "next.",
                        "80 %: 4 of 9 transitions are drawn; they carry 82.2 % of 14,537 steps from one "
                                + "activity to the next. 5 are not drawn, nor is 1 activity. At least 43.8 % of 3,432 "
                                + "cases stay on drawn transitions all the way. Not drawn here: bottleneck 2 (from 95 %).",
                        "95 %: 7 of 9 transitions are drawn; they carry 97.0 % of 14,537 steps from one "
                                + "activity to the next. 2 are not drawn. At least 66.8 % of 3,432 cases stay on drawn "
                                + "transitions all the way.",
                        "All 9 transitions are drawn; they carry all 14,537 steps from one activity to the " + "next.");
    }

    @Test
    void control_eachProcess_isALabelledRadioGroupWithOneLevelChosen() {
        assertThat(PAGE.elements("input"))
                .allSatisfy(input -> assertThat(input.getAttribute("type")).isEqualTo("radio"))
                .extracting(MapTextTest::control)
                .containsExactly(
                        "map-1-level map-1-level-1 pick-1",
                        "map-1-level map-1-level-2 pick-2",
                        "map-1-level map-1-level-3 pick-3 checked",
                        "map-2-level map-2-level-1 pick-1",
                        "map-2-level map-2-level-2 pick-2",
                        "map-2-level map-2-level-3 pick-3 checked");
        assertThat(PAGE.elements("label"))
                .extracting(label ->
                        label.getAttribute("for") + " " + label.getTextContent().replace('\u00a0', ' '))
                .containsExactly(
                        "map-1-level-1 80 %",
                        "map-1-level-2 95 %",
                        "map-1-level-3 All",
                        "map-2-level-1 80 %",
                        "map-2-level-2 95 %",
                        "map-2-level-3 All");
        assertThat(PAGE.elements("legend"))
                .extracting(Element::getTextContent)
                .containsExactly("Steps that the drawn transitions carry", "Steps that the drawn transitions carry");
    }

    @Test
    void control_eachLevel_isShownByItsOwnRadioAlone() {
        String css = PAGE.elements("style").get(0).getTextContent();

        assertThat(css).contains(".chosen { display: none;");
        assertThat(PAGE.elements("div"))
                .filteredOn(div -> div.getAttribute("class").startsWith("chosen "))
                .hasSize(6)
                .allSatisfy(div -> {
                    String number = div.getAttribute("class").replace("chosen chosen-", "");
                    assertThat(css).containsPattern("\\.pick-" + number + ":checked ~ \\.chosen-" + number + "[ ,]");
                });
    }

    @Test
    void transitions_table_saysFromWhichLevelEachIsDrawn() {
        List<String> marks = PAGE.elements("tr").stream()
                .filter(row -> row.getElementsByTagName("td").getLength() == 9)
                .map(row ->
                        row.getElementsByTagName("td").item(2).getTextContent().replace('\u00a0', ' '))
                .toList();

        assertThat(marks.subList(0, 8))
                .containsExactly(
                        "from 80 %",
                        "from 80 %, bottleneck 2",
                        "from 80 %",
                        "from 80 %, bottleneck 1",
                        "from 80 %, bottleneck 4",
                        "from 95 %, bottleneck 3",
                        "from 95 %",
                        "in All");
        assertThat(marks.subList(8, 15)).containsOnly("in All");
        assertThat(marks.subList(15, 24))
                .containsExactly(
                        "from 80 %",
                        "from 80 %, bottleneck 1",
                        "from 80 %",
                        "from 80 %",
                        "from 95 %",
                        "from 95 %",
                        "from 95 %, bottleneck 2",
                        "in All",
                        "in All");
    }

    @Test
    void definition_map_standsWithTheOthersAndIsLinkedFromEachLevel() {
        assertThat(PAGE.elements("article"))
                .extracting(article -> article.getAttribute("id"))
                .contains("map-definition");
        assertThat(PAGE.elements("a"))
                .filteredOn(link -> link.getAttribute("href").equals("#map-definition"))
                .hasSize(6);
    }

    private static List<String> statements() {
        return PAGE.texts("chosen").stream()
                .map(text -> text.replace('\u00a0', ' ').replaceFirst(" Process map, .*", ""))
                .toList();
    }

    private static String control(Element input) {
        return input.getAttribute("name") + " " + input.getAttribute("id") + " " + input.getAttribute("class")
                + (input.hasAttribute("checked") ? " checked" : "");
    }
}
