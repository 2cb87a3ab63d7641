package com.opsatc.connector.infer.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a column may be in an event log, and how surely a header says so, in several languages. */
public enum ColumnRole {
    CASE(
            "case 60 trace 50 order 45 incident 45 ticket 45 application 40 claim 40 invoice 40 number 20 "
                    + "patient 40",
            "caseconceptname 250"),
    ACTIVITY(
            "activity 80 task 40 step 40 operation 40 event 30 action 30 status 25 state 20 milestone 30 "
                    + "stage 30 phase 30 vorgang 30 schritt 30 etape 30 estado 20 statut 20 stato 20 movement 30 "
                    + "transaction 20",
            "conceptname 250 activity 220 activityname 220 activitylabel 210 activitydescription 210 "
                    + "activite 220 nomactivite 220 aktivitat 220 aktivitaet 220 actividad 220 nombreactividad 220 "
                    + "attivita 220 atividade 220 activiteit 220 czynnosc 220 aktywnosc 220 aktivitet 220 "
                    + "taetigkeit 200 tatigkeit 200 活动 220 アクティビティ 220 event 180 eventname 190 eventtype 180 task 180 "
                    + "taskname 190 step 180 stepname 190 action 180 operation 180 etape 180 evenement 180 evento 180 "
                    + "schritt 180 vorgangsschritt 190 prozessschritt 190 arbeitsschritt 190 handeling 180 "
                    + "milestone 180"),
    TIME(
            "complete 60 completion 60 completed 60 end 50 finish 50 finished 50 timestamp 40 time 20 "
                    + "datetime 20 at 10 date 10 datum 10 fecha 10 data 10 occurred 20 zeit 20 hora 20",
            "timetimestamp 250 timestamp 220 eventtimestamp 210 eventtime 210 completetimestamp 215 "
                    + "completetime 215 endtime 200 endtimestamp 200 zeitstempel 220 zeitpunkt 200 horodatage 220 "
                    + "horodate 200 fechahora 200 marcatiempo 220 datahora 200 dataora 200 tijdstip 200 "
                    + "tijdstempel 220 datetime 190 ts 190 time 150 date 140 datum 140 fecha 140 data 140 "
                    + "eventdate 180 occurredat 200 createdat 60 日時 200 时间 200 czas 200 znacznikczasu 220");

    private static final Set<String> IDS = Set.of(
            "",
            "id",
            "no",
            "nr",
            "num",
            "number",
            "key",
            "ref",
            "reference",
            "nummer",
            "numero",
            "kennung",
            "identifier",
            "uuid",
            "guid");
    private static final List<String> CASES = List.of(
            "case",
            "trace",
            "processinstance",
            "fall",
            "vorgangs",
            "cas",
            "caso",
            "zaak",
            "sprawa",
            "dossier",
            "arende",
            "案例",
            "ケース");
    private static final List<String> ENTITIES = List.of(
            "order",
            "purchaseorder",
            "salesorder",
            "incident",
            "ticket",
            "application",
            "claim",
            "invoice",
            "request",
            "patient",
            "admission",
            "encounter",
            "visit",
            "loan",
            "shipment",
            "delivery",
            "declaration",
            "contract",
            "session",
            "journey",
            "vorgang",
            "auftrags",
            "auftrag",
            "bestell",
            "bestellung",
            "rechnung",
            "rechnungs",
            "antrag",
            "antrags",
            "commande",
            "demande",
            "pedido",
            "orden",
            "solicitud",
            "processo",
            "bestelling",
            "aanvraag",
            "zamowienie",
            "pratica",
            "ordine");
    private static final int AT_ITS_WORD = 120;

    private final Map<String, Integer> contained;
    private final Map<String, Integer> exact;

    ColumnRole(String contained, String exact) {
        this.contained = weights(contained);
        this.exact = weights(exact);
    }

    /** 0 when the header says nothing of the kind. */
    public int score(HeaderName name) {
        int said = exact(name);
        return said > 0
                ? said
                : contained.entrySet().stream()
                        .filter(hint -> this == TIME
                                ? name.words().contains(hint.getKey())
                                : name.text().contains(hint.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(this == CASE && name.hasAny(Set.of("id", "no", "nr", "key")) ? 10 : 0);
    }

    /** Whether the header names the role itself, so that it is taken at its word whatever stands below it. */
    public boolean saidBy(HeaderName name) {
        return exact(name) >= AT_ITS_WORD;
    }

    private int exact(HeaderName name) {
        String compact = name.compact();
        return this == CASE && !exact.containsKey(compact)
                ? Math.max(identifies(compact, CASES, 220), identifies(compact, ENTITIES, 160))
                : exact.getOrDefault(compact, 0);
    }

    /** A name of a case, with or without a word for number before or behind it; one with such a word says it better. */
    private static int identifies(String compact, List<String> entities, int weight) {
        for (String entity : entities) {
            boolean before =
                    compact.endsWith(entity) && IDS.contains(compact.substring(0, compact.length() - entity.length()));
            boolean behind = compact.startsWith(entity) && IDS.contains(compact.substring(entity.length()));
            if (before || behind) {
                return compact.equals(entity) ? weight - 20 : weight;
            }
        }

        return 0;
    }

    private static Map<String, Integer> weights(String text) {
        Map<String, Integer> weights = new HashMap<>();
        String[] parts = text.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            weights.put(parts[i], Integer.parseInt(parts[i + 1]));
        }

        return weights;
    }
}
