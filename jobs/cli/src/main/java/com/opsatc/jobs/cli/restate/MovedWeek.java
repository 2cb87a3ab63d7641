package com.opsatc.jobs.cli.restate;

import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.EvidenceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of one week in two runs, put side by side by their records. */
final class MovedWeek {
    private static final int SAMPLED = 10;

    private final SortedMap<String, List<EvidenceRow>> then = new TreeMap<>();
    private final SortedMap<String, List<EvidenceRow>> now = new TreeMap<>();

    void addThen(EvidenceRow row) {
        then.computeIfAbsent(row.record(), record -> new ArrayList<>()).add(row);
    }

    void addNow(EvidenceRow row) {
        now.computeIfAbsent(row.record(), record -> new ArrayList<>()).add(row);
    }

    /**
     * @param readThen files that the first run had read, {@code readNow} likewise
     * @return the members that moved, by record
     */
    MovedMembers moved(Set<Sha256> readThen, Set<Sha256> readNow) {
        Set<String> records = new TreeSet<>(then.keySet());
        records.addAll(now.keySet());
        long added = 0;
        long gone = 0;
        long changed = 0;
        long late = 0;
        long withdrawn = 0;
        List<Citation> sample = new ArrayList<>();
        for (String record : records) {
            List<EvidenceRow> before = then.getOrDefault(record, List.of());
            List<EvidenceRow> after = now.getOrDefault(record, List.of());
            if (contributions(before).equals(contributions(after))) {
                continue;
            }

            added += before.isEmpty() ? 1 : 0;
            gone += after.isEmpty() ? 1 : 0;
            changed += before.isEmpty() || after.isEmpty() ? 0 : 1;
            List<Citation> unread = unread(after, readThen);
            if (!unread.isEmpty()) {
                late++;
                unread.stream().limit(SAMPLED - sample.size()).forEach(sample::add);
            } else if (!unread(before, readNow).isEmpty()) {
                withdrawn++;
            }
        }
        return new MovedMembers(
                added, gone, changed, late, withdrawn, added + gone + changed - late - withdrawn, sample);
    }

    /** What the rows say of the figure, whatever they cite. */
    private static List<Map.Entry<Long, Long>> contributions(List<EvidenceRow> rows) {
        return rows.stream()
                .map(row -> Map.entry(row.contribution(), row.weight()))
                .toList();
    }

    private static List<Citation> unread(List<EvidenceRow> rows, Set<Sha256> read) {
        return rows.stream()
                .flatMap(row -> row.citations().stream())
                .filter(cited -> !read.contains(cited.file()))
                .toList();
    }
}
