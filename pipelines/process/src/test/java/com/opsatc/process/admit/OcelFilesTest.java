package com.opsatc.process.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connectors;
import com.opsatc.connector.format.RecordReader;
import com.opsatc.connector.format.RecordReaders;
import com.opsatc.connector.format.RefusedFile;
import com.opsatc.connector.spec.StreamSpec;
import com.opsatc.process.testing.RealData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Logs that others wrote, in the three forms of OCEL 2.0, and damaged. */
final class OcelFilesTest {
    @Test
    void read_logistics_everyRelationOnceAndThoseToUnknownUnitsKeptOut() throws Exception {
        Map<String, Long> counts = counts("ocel/logistics.sqlite", "Container");

        // 16,738 relations, of which 5,080 name handling units that the file does not have.
        assertThat(counts).isEqualTo(Map.of("read", 11_658L, RecordReader.DANGLING_OBJECT, 5_080L));
    }

    @Test
    void read_pallet_valuesWithoutATimeAreCounted() throws Exception {
        assertThat(counts("ocel/pallet.sqlite", "Order"))
                .isEqualTo(Map.of("read", 29L, RecordReader.UNTIMED_ATTRIBUTE, 2L));
    }

    @Test
    void read_theExampleOfTheStandard_inEveryFormTheSameRelations() throws Exception {
        List<String> json = relations("ocel/ocel20_example.jsonocel");

        assertThat(json).hasSize(20).contains("e1|Create Purchase Requisition|PR1|Purchase Requisition");
        assertThat(relations("ocel/ocel20_example.xmlocel")).isEqualTo(json);
        assertThat(relations("ocel/ocel20_example.sqlite")).containsExactlyInAnyOrderElementsOf(json);
    }

    @Test
    void read_theFirstVersion_isRefusedByName() throws Exception {
        byte[] log = Files.readAllBytes(RealData.file("ocel/ocel1_p2p-normal.jsonocel"));

        assertThatThrownBy(() -> open(log, "PURCHORD"))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason()).isEqualTo("not-declared-format:ocel-1.0"));
    }

    /** Whatever bytes a file has, it is read or refused: nothing else is thrown, and nothing runs on without end. */
    @Test
    void read_damagedFiles_areReadOrRefused() throws Exception {
        SplittableRandom random = new SplittableRandom(20260105);
        int refused = 0;
        for (String name :
                List.of("ocel/ocel20_example.sqlite", "ocel/ocel20_example.xmlocel", "ocel/ocel20_example.jsonocel")) {
            byte[] whole = Files.readAllBytes(RealData.file(name));
            for (int i = 0; i < 400; i++) {
                byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int flips = 0; i % 2 == 1 && flips < 20; flips++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }

                try (RecordReader records = open(damaged, "Invoice")) {
                    while (records.next()) {
                        assertThat(records.fault().isEmpty() || records.text(0).isEmpty())
                                .isTrue();
                    }
                } catch (RefusedFile e) {
                    refused++;
                }
            }
        }

        assertThat(refused).isGreaterThan(600);
    }

    private static Map<String, Long> counts(String file, String type) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (RecordReader records = open(Files.readAllBytes(RealData.file(file)), type)) {
            while (records.next()) {
                counts.merge(records.fault().orElse("read"), 1L, Long::sum);
            }
        }

        return counts;
    }

    private static List<String> relations(String file) throws IOException {
        List<String> relations = new ArrayList<>();
        try (RecordReader records = open(Files.readAllBytes(RealData.file(file)), "Invoice")) {
            while (records.next()) {
                assertThat(records.fault()).isEmpty();
                relations.add(records.text(0).orElseThrow() + "|"
                        + records.text(1).orElseThrow() + "|" + records.text(3).orElseThrow() + "|"
                        + records.text(4).orElseThrow());
            }
        }

        return relations;
    }

    private static RecordReader open(byte[] content, String type) throws IOException {
        StreamSpec stream =
                Connectors.load(RealData.conf()).require("generic/ocel").with(Map.of("case", type)).stream("relations");
        return RecordReaders.open(stream, new ByteArrayInputStream(content), stream.headers(), "file");
    }
}
