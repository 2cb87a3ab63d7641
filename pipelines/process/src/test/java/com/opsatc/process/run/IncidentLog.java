package com.opsatc.process.run;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small extract of incidents and their changes in several files, the same for the same seed: records that were corrected once
 * or twice, by a later update or by one of the same instant; changes that several files hold; events of one instant.
 */
final class IncidentLog {
    /** The file that has a version of most records: a run without would refuse changes of records that it does not know. */
    static final String MOST_RECORDS = "incident-0.csv";

    private static final int INCIDENTS = 24;
    private static final int FILES = 3;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-03-02T06:00:00");

    private final Random random;
    private final List<StringBuilder> incidents = new ArrayList<>();
    private final List<StringBuilder> changes = new ArrayList<>();

    private IncidentLog(long seed) {
        random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            incidents.add(new StringBuilder("sys_id,number,opened_at,category,priority,sys_updated_on\n"));
            changes.add(new StringBuilder("tablename,documentkey,fieldname,newvalue,sys_created_on\n"));
        }
    }

    /** The files by name: as many of records as of changes. */
    static SortedMap<String, String> files(long seed) {
        IncidentLog log = new IncidentLog(seed);
        for (int incident = 1; incident <= INCIDENTS; incident++) {
            log.add(incident);
        }

        SortedMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            files.put("incident-" + i + ".csv", log.incidents.get(i).toString());
            files.put("sys_audit-" + i + ".csv", log.changes.get(i).toString());
        }

        return files;
    }

    private void add(int incident) {
        LocalDateTime opened = BEGIN.plusHours(random.nextInt(24 * 21));
        LocalDateTime updated = opened.plusMinutes(10);
        int versions = 1 + random.nextInt(3);
        for (int version = 0; version < versions; version++) {
            // An update of the same instant, in another file: what the record says then is in conflict.
            updated = random.nextInt(4) == 0 ? updated : updated.plusHours(1 + random.nextInt(5));
            int file = version == 0 && random.nextInt(8) > 0 ? 0 : random.nextInt(FILES);
            append(
                    incidents.get(file),
                    String.format(
                            "%032d,INC%07d,%s,area %d,%d,%s%n",
                            incident,
                            incident,
                            opened.plusMinutes(random.nextInt(3)).format(FORMAT),
                            random.nextInt(3),
                            1 + random.nextInt(4),
                            updated.format(FORMAT)));
        }

        LocalDateTime at = opened.plusMinutes(5);
        for (String state : List.of("2", "3", "6", "7")) {
            at = at.plusHours(random.nextInt(30));
            String row = String.format("incident,%032d,state,%s,%s%n", incident, state, at.format(FORMAT));
            append(changes.get(random.nextInt(FILES)), row);
            if (random.nextInt(5) == 0) {
                append(changes.get(random.nextInt(FILES)), row);
            }
        }
    }

    private static void append(StringBuilder file, String row) {
        file.append(row.replace(System.lineSeparator(), "\n"));
    }
}
