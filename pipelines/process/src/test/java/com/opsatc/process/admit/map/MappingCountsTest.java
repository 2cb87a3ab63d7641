package com.opsatc.process.admit.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.Connectors;
import com.opsatc.contract.document.QualityDocument.LogCheck;
import com.opsatc.contract.document.QualityDocument.OrderCheck;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.quality.MappingCount;
import com.opsatc.process.admit.Admitted;
import com.opsatc.process.admit.UnknownValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing vanishes between admitted rows and events: every row gave something or has its reason. */
final class MappingCountsTest {
    private static final String SHOP = """
        id: shop/parcels
        version: 1
        system: shop
        process: parcels
        title: Parcels
        description: Parcels and their scans.
        case-notion: parcel
        streams:
          scans:
            description: Scans.
            files: "scans*.csv"
            format: csv
            columns:
              parcel: {from: parcel, type: string, description: "Parcels, a list."}
              parcels: {from: parcels, type: list, description: "Parcels, a list."}
              kind: {from: kind, type: string, description: "Kind."}
              at: {from: at, type: instant, description: "When."}
              sent: {from: sent, type: date, description: "When it was sent."}
              label: {from: label, type: string, normalise: leading-zeros, description: "Label."}
          labels:
            description: Labels.
            files: "labels*.csv"
            format: csv
            key: [label]
            columns:
              label: {from: label, type: string, normalise: leading-zeros, required: true, description: "Label."}
              parcel: {from: parcel, type: string, description: "Parcel."}
        objects:
          - type: scan
            stream: scans
            id: label
            date-order: [{earlier: sent, later: at}]
        events:
          - {stream: scans, case: parcel, activity: kind, time: at, where: "kind <> 'test'"}
          - {stream: scans, case: parcels, activity: "'Sort'", time: at}
          - stream: scans
            joins: [{stream: labels, on: {label: label}}]
            id: label
            case: labels.parcel
            activity: "'Label'"
            time: at
        kpis:
          cycle-time: {}
        """;

    @TempDir
    private Path folder;

    @Test
    void of_rowsThatGiveNothing_areCountedWithTheFirstReason() throws IOException {
        Admitted admitted = admitted("""
            parcel,parcels,kind,at,sent,label
            P1,"['P1','P2']",scan,2026-01-05T10:00:00Z,2026-01-05,0071
            P1,[],test,2026-01-05T11:00:00Z,2026-01-06,71
            ,"['P3']",scan,2026-01-05T12:00:00Z,,72
            P1,,,2026-01-05T13:00:00Z,2026-01-04,0099
            P1,"['P1']",scan,,2026-01-07,
            P1,,,,,72
            """, "label,parcel\n71,P1\n000072,P2\n5,\n");

        MappingCounts counts = admitted.counts();

        assertThat(counts.mappings().stream().map(MappingCountsTest::line))
                .containsExactly(
                        "object scan: 6 rows, 5 gave, 3 made, {no-id=1}, []",
                        "event 1: 6 rows, 1 gave, 1 made, {left-out-by-condition=3, no-case=1, no-time=1}, []",
                        "event 2, Sort: 6 rows, 2 gave, 3 made, {no-case=3, no-time=1}, []",
                        "event 3, Label: 6 rows, 3 gave, 2 made, {no-case=1, no-partner=1, no-time=1}, [labels 4 of"
                                + " 5]");
        assertThat(counts.orders()).containsExactly(new OrderCheck("parcels", "scan", "sent", "at", 0, 2));
        assertThat(admitted.events().count()).isEqualTo(6);
        assertThat(counts.mappings().get(3).notable())
                .containsExactly(
                        "event 3, Label from scans: 2 of 6 rows gave no event (1 no case, 1 no partner)",
                        "event 3, Label from scans: the join with labels found 4 of 5");
    }

    @Test
    void require_aJoinThatFindsFewerThanHalf_stopsTheRunWithCountsAndWhatToDo() throws IOException {
        Admitted admitted = admitted("""
            parcel,parcels,kind,at,sent,label
            P1,,scan,2026-01-05T10:00:00Z,,A-71
            P1,,scan,2026-01-05T11:00:00Z,,A-72
            P1,,scan,2026-01-05T12:00:00Z,,73
            """, "label,parcel\n71,P1\n72,P1\n73,P1\n");

        assertThatThrownBy(() ->
                        MappingGate.require(admitted.source(), admitted.counts().mappings()))
                .isInstanceOfSatisfying(
                        PipelineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUALITY_GATE))
                .hasMessageContaining("event 3, Label from scans found 1 of 3 in labels")
                .hasMessageContaining("nothing was published")
                .hasMessageContaining("normalise: leading-zeros");
    }

    @Test
    void require_aJoinThatFindsHalfOrIsOptional_goesOn() throws IOException {
        String scans = """
            parcel,parcels,kind,at,sent,label
            P1,,scan,2026-01-05T10:00:00Z,,71
            P1,,scan,2026-01-05T11:00:00Z,,72
            """;
        Admitted half = admitted(scans, "label,parcel\n71,P1\n");
        MappingGate.require(half.source(), half.counts().mappings());

        Files.writeString(folder.resolve("labels.csv"), "label,parcel\n70,P1\n");
        Admitted optional = Admitted.of(
                Connectors.parse(SHOP.replace("{stream: labels, on", "{stream: labels, optional: true, on")),
                folder,
                Map.of());
        MappingGate.require(optional.source(), optional.counts().mappings());
        assertThat(optional.counts().mappings().get(3).joins())
                .containsExactly(new MappingCount.JoinCount("labels", 2, 0, true));
    }

    /** Numbers as SAP keeps them in one table and as it shows them in another are one number. */
    @Test
    void of_sapTablesWithAndWithoutLeadingZeros_findEveryPartner() throws IOException {
        sap("31", "20");

        Admitted admitted = Admitted.of("sap/order-to-cash", folder, Map.of());

        MappingGate.require(admitted.source(), admitted.counts().mappings());
        assertThat(admitted.counts().mappings().stream()
                        .filter(count -> !count.joins().isEmpty())
                        .map(MappingCountsTest::line))
                .containsExactly(
                        "object order-line: 1 rows, 1 gave, 1 made, {}, [vbep 1 of 1]",
                        "object delivery-item: 1 rows, 1 gave, 1 made, {}, [likp 1 of 1, vbak 1 of 1, object"
                                + " order-line 1 of 1]",
                        "event 2, Create delivery: 1 rows, 1 gave, 1 made, {}, [likp 1 of 1]",
                        "event 3, Post goods issue: 1 rows, 1 gave, 1 made, {}, [likp 1 of 1]");
        assertThat(admitted.objects()
                        .where("object_type = 'delivery-item'")
                        .selectExpr("attributes['line']")
                        .head()
                        .getString(0))
                .isEqualTo("31/20");
    }

    @Test
    void require_deliveriesThatNameNoLine_stopsTheRun() throws IOException {
        sap("A31", "20");
        Admitted admitted = Admitted.of("sap/order-to-cash", folder, Map.of());

        assertThatThrownBy(() ->
                        MappingGate.require(admitted.source(), admitted.counts().mappings()))
                .hasMessageContaining("object delivery-item from lips found 0 of 1 in object order-line");
    }

    /** Older instances name the field incident_state, some write both, and customers add states of their own. */
    @Test
    void events_ofEitherStateField_areOneAndUnknownStatesAreCounted() throws IOException {
        Files.writeString(
                folder.resolve("incident.csv"),
                "sys_id,number,opened_at,category,priority,sys_updated_on\n"
                        + "a,INC7,2026-02-02 08:00:00,net,3,2026-02-03 08:00:00\n"
                        + "b,INC8,2026-02-02 08:00:00,net,3,2026-02-03 08:00:00\n");
        Files.writeString(
                folder.resolve("sys_audit.csv"),
                "tablename,documentkey,fieldname,newvalue,sys_created_on\n"
                        + "incident,a,incident_state,6,2026-02-02 10:00:00\n"
                        + "incident,a,state,6,2026-02-02 10:00:00\n"
                        + "incident,b,incident_state,16,2026-02-02 11:00:00\n"
                        + "incident,b,priority,2,2026-02-02 11:00:00\n"
                        + "problem,z,state,6,2026-02-02 11:00:00\n");

        Admitted admitted = Admitted.of("servicenow/incident", folder, Map.of());

        MappingGate.require(admitted.source(), admitted.counts().mappings());
        assertThat(admitted
                        .events()
                        .orderBy("case_id", "time_us")
                        .selectExpr("concat(case_id, ' ', activity)")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0)))
                .containsExactly("INC7 Open", "INC7 Resolved", "INC8 Open", "INC8 16");
        assertThat(line(admitted.counts().mappings().get(2)))
                .isEqualTo("event 2: 5 rows, 3 gave, 2 made, {left-out-by-condition=2}, [incident 3 of 3]");
        assertThat(UnknownValues.checks(admitted.source(), admitted.winners()))
                .containsExactly(new LogCheck("incident", "unknown-value-sys-audit-newvalue", 1, 4));
    }

    private void sap(String order, String item) throws IOException {
        Files.writeString(
                folder.resolve("VBAK.csv"), "VBELN,ERDAT,ERZET,AUART,VKORG\n0000000031,20260202,090000,OR,1000\n");
        Files.writeString(
                folder.resolve("VBAP.csv"),
                "VBELN,POSNR,MATNR,WERKS,KWMENG,VRKME,ABGRU\n0000000031,000020,M,W,5.000,ST,\n");
        Files.writeString(folder.resolve("VBEP.csv"), "VBELN,POSNR,ETENR,EDATU\n0000000031,000020,0001,20260209\n");
        Files.writeString(
                folder.resolve("LIKP.csv"), "VBELN,ERDAT,ERZET,WADAT_IST\n0080000007,20260203,090000,20260204\n");
        Files.writeString(
                folder.resolve("LIPS.csv"),
                "VBELN,POSNR,LFIMG,VGBEL,VGPOS\n80000007,10,5.000," + order + "," + item + "\n");
    }

    private Admitted admitted(String scans, String labels) throws IOException {
        Files.writeString(folder.resolve("scans.csv"), scans);
        Files.writeString(folder.resolve("labels.csv"), labels);
        return Admitted.of(Connectors.parse(SHOP), folder, Map.of());
    }

    private static String line(MappingCount count) {
        return count.mapping() + ": " + count.rows() + " rows, " + count.gave() + " gave, " + count.made() + " made, "
                + count.without().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                each -> each.reason(), each -> each.n(), (one, other) -> one, java.util.TreeMap::new))
                + ", "
                + count.joins().stream()
                        .map(join -> join.partner() + " " + join.found() + " of " + join.looked())
                        .toList();
    }
}
