package com.opsatc.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.spec.ObjectTypes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OcelReaderTest {
    private static final List<String> COLUMNS = List.of(
            "ocel:event-id",
            "ocel:event-type",
            "ocel:time",
            "ocel:object-id",
            "ocel:object-type",
            "ocel:qualifier",
            "ocel:objects:order",
            "begun");

    private static final String JSON = """
            {"eventTypes": [], "objectTypes": [{"name": "order", "attributes": []}],
             "events": [
              {"id": "e1", "type": "pick", "time": "2026-01-01T10:00:00Z",
               "attributes": [{"name": "who", "value": "Pete"}, {"name": "begun", "value": "2026-01-01T09:00:00Z"}],
               "relationships": [{"objectId": "o\\"2", "qualifier": "of"}, {"objectId": "i1", "qualifier": "the"},
                                 {"objectId": "o1", "qualifier": "of"}, {"objectId": "gone", "qualifier": "?"}]},
              {"id": "e2", "type": "rest", "time": "2026-01-01T11:00:00Z"},
              {"id": "e3", "type": "pack", "relationships": [{"objectId": "o1", "qualifier": "of"}]}],
             "objects": [
              {"id": "o1", "type": "order", "attributes": [{"name": "n", "time": "2026-01-01T00:00:00Z", "value": "1"},
                                                           {"name": "n", "value": "2"}]},
              {"id": "o\\"2", "type": "order", "relationships": [{"objectId": "i1", "qualifier": "has"}]},
              {"id": "i1", "type": "item"}]}
            """;

    private static final String XML = """
            <log><object-types/><event-types/>
             <events>
              <event id="e1" type="pick" time="2026-01-01T10:00:00Z">
               <attributes><attribute name="who">Pete</attribute><attribute name="begun">2026-01-01T09:00:00Z</attribute></attributes>
               <objects><relationship object-id="o&quot;2" qualifier="of"/><relationship object-id="i1" qualifier="the"/>
                 <relationship object-id="o1" qualifier="of"/><relationship object-id="gone" qualifier="?"/></objects>
              </event>
              <event id="e2" type="rest" time="2026-01-01T11:00:00Z"/>
              <event id="e3" type="pack"><objects><relationship object-id="o1" qualifier="of"/></objects></event>
             </events>
             <objects>
              <object id="o1" type="order"><attributes><attribute name="n" time="2026-01-01T00:00:00Z">1</attribute>
                <attribute name="n">2</attribute></attributes></object>
              <object id="o&quot;2" type="order"><objects><relationship object-id="i1" qualifier="has"/></objects></object>
              <object id="i1" type="item"/>
             </objects>
            </log>
            """;

    private static final String[] RECORDS = {
        "1:e1|pick|2026-01-01T10:00:00Z|o\"2|order|of|['o\"2',\"o1\"]|2026-01-01T09:00:00Z",
        "2:e1|pick|2026-01-01T10:00:00Z|i1|item|the|['o\"2',\"o1\"]|2026-01-01T09:00:00Z",
        "3:e1|pick|2026-01-01T10:00:00Z|o1|order|of|['o\"2',\"o1\"]|2026-01-01T09:00:00Z",
        "4:dangling-object",
        "5:event-without-object",
        "6:event-without-time",
        "7:untimed-attribute"
    };

    @Test
    void read_jsonAndXml_areRelationsWithTheirEventAndWhatBreaksTheStandard() throws Exception {
        assertThat(records(JSON, ObjectTypes.ALL)).containsExactly(RECORDS);
        assertThat(records(XML, ObjectTypes.ALL)).containsExactly(RECORDS);
    }

    @Test
    void read_aLeftOutType_countsItsRelationsAndKeepsNothingOfThem() throws Exception {
        assertThat(records(JSON, new ObjectTypes(List.of("item"), List.of())))
                .contains("2:left-out-type")
                .hasSize(RECORDS.length)
                .noneMatch(record -> record.contains("i1"));
    }

    @Test
    void read_aTypeOfPeople_onlyWhereTheTenantSaysThatItIsNone() throws Exception {
        String people = JSON.replace("\"item\"", "\"Sales Persons\"");

        refused("person-type:Sales Persons", people, ObjectTypes.ALL);
        assertThat(records(people, new ObjectTypes(List.of(), List.of("Sales Persons"))))
                .hasSize(RECORDS.length);
        assertThat(records(people, new ObjectTypes(List.of("Sales Persons"), List.of())))
                .contains("2:left-out-type");
    }

    @Test
    void read_anotherVersionOrDocument_isRefusedByName() {
        refused("not-declared-format:ocel-1.0", "{\"ocel:global-log\": {}, \"ocel:events\": {}}", ObjectTypes.ALL);
        refused("not-declared-format:ocel-1.0", "<log><global scope=\"event\"/></log>", ObjectTypes.ALL);
        refused(
                "not-declared-format:ocel-1.0",
                "<log><events><event><string key=\"id\" value=\"1\"/></event></events></log>",
                ObjectTypes.ALL);
        refused("not-declared-format:json", "{\"events\": []}", ObjectTypes.ALL);
        refused("not-declared-format:json", "{\"events\": [], \"objects\": []} {}", ObjectTypes.ALL);
        refused("not-declared-format:xes", "<log><trace/></log>", ObjectTypes.ALL);
        refused("not-declared-format:xes", "<log><events/></log>", ObjectTypes.ALL);
        refused("broken-json:1", "{\"events\": [", ObjectTypes.ALL);
        refused("not-declared-format:json", "{\"events\": [[]]}", ObjectTypes.ALL);
        refused("broken-xml:1", "<log><events>", ObjectTypes.ALL);
    }

    @Test
    void read_whatGrowsWithoutEnd_isRefused() {
        refused("doctype-refused", "<!DOCTYPE log [<!ENTITY a \"b\">]><log/>", ObjectTypes.ALL);
        refused("record-too-long", "{\"x\": " + "[".repeat(200) + "]".repeat(200) + "}", ObjectTypes.ALL);
        assertThatThrownBy(() -> new ObjectLog(ObjectTypes.ALL, 500).object("o".repeat(500), "order"))
                .hasMessageContaining("log-too-large");
    }

    @Test
    void read_withoutTheTypeThatIsTheCase_saysWhichThereAre() {
        refused("no-object-type:order|item", JSON.replace("\"order\"", "\"item\""), ObjectTypes.ALL);
    }

    private static void refused(String reason, String log, ObjectTypes types) {
        assertThatThrownBy(() -> records(log, types))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static List<String> records(String log, ObjectTypes types) throws Exception {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        List<String> records = new ArrayList<>();
        try (RecordReader reader =
                OcelReader.open(Container.of(bytes).orElseThrow(), new ByteArrayInputStream(bytes), COLUMNS, types)) {
            while (reader.next()) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < COLUMNS.size(); i++) {
                    texts.add(reader.text(i).orElse("-"));
                }

                records.add(reader.row() + ":" + reader.fault().orElse(String.join("|", texts)));
            }
        }

        return records;
    }
}
