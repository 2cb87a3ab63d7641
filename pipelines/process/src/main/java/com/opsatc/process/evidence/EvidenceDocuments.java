package com.opsatc.process.evidence;

import static com.opsatc.process.evidence.ContributionTable.AT_US;
import static com.opsatc.process.evidence.ContributionTable.CONTRIBUTION;
import static com.opsatc.process.evidence.ContributionTable.FILE;
import static com.opsatc.process.evidence.ContributionTable.KEY;
import static com.opsatc.process.evidence.ContributionTable.MORE;
import static com.opsatc.process.evidence.ContributionTable.OPEN;
import static com.opsatc.process.evidence.ContributionTable.RECORD;
import static com.opsatc.process.evidence.ContributionTable.ROW;
import static com.opsatc.process.evidence.ContributionTable.TO_FILE;
import static com.opsatc.process.evidence.ContributionTable.TO_KEY;
import static com.opsatc.process.evidence.ContributionTable.TO_ROW;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;

import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.CitedRow;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.EvidenceRowBuilder;
import com.opsatc.evidence.EvidenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Writes the evidence document of a figure and keeps, in the same pass, what the figure is computed from.
 *
 * <p>Few rows are collected and ordered here; many are ordered by Spark and streamed through, so that the driver holds a
 * partition of them and what {@link CountedMembers} says a member. Either way the bytes are the same, whatever the partitions, the session's zone
 * and the locale.
 */
public final class EvidenceDocuments {
    /** Up to this many rows one job that collects is faster than the three of an ordered stream. */
    static final long FEW = 50_000;

    private static final int PLACE_OF_RECORD = 0;

    private EvidenceDocuments() {}

    /** An evidence document and the members it lists. */
    public record Written(Evidence evidence, CountedMembers population) {}

    /**
     * @param cited contributions (see {@link ContributionTable}), without those that are left out
     * @param id of the KPI or finding
     * @param most how many rows there are at most: whether they can be collected must be known before anything is computed
     */
    public static Written write(
            Dataset<Row> cited, String system, ZoneId zone, String id, EvidenceSink sink, long most) {
        return write(cited, system, zone, id, sink, most, FEW);
    }

    /** The members alone: for figures that are looked at before it is known whether they are published. */
    public static CountedRecords population(Dataset<Row> cited, ZoneId zone, long most) {
        return population(cited, zone, most, FEW);
    }

    static CountedRecords population(Dataset<Row> cited, ZoneId zone, long most, long few) {
        Dated dated = new Dated(zone);
        Dataset<Row> members = columns(cited).where(not(col(OPEN)));
        if (most <= few) {
            List<Row> rows = new ArrayList<>();
            dated.call(members.collectAsList().iterator()).forEachRemaining(rows::add);
            rows.sort(Comparator.comparing(row -> row.getString(PLACE_OF_RECORD)));
            return counted(rows.iterator());
        }

        return counted(members.mapPartitions(dated, Encoders.row(Dated.SCHEMA))
                .repartition(col(RECORD))
                .sortWithinPartitions(col(RECORD))
                .toLocalIterator());
    }

    /** @param byRecord those of one record after each other */
    private static CountedRecords counted(Iterator<Row> byRecord) {
        CountedMembers.Builder members = new CountedMembers.Builder();
        long records = 0;
        String last = null;
        while (byRecord.hasNext()) {
            Row row = byRecord.next();
            String record = row.getString(PLACE_OF_RECORD);
            records += record.equals(last) ? 0 : 1;
            last = record;
            members.add(row.getLong(8), row.getLong(9), row.getInt(7), record, row.getString(11));
        }

        return new CountedRecords(members.build(), records);
    }

    static Written write(
            Dataset<Row> cited, String system, ZoneId zone, String id, EvidenceSink sink, long most, long few) {
        Dataset<Row> members = columns(cited);
        Dated dated = new Dated(zone);
        return most <= few
                ? collected(dated.call(members.collectAsList().iterator()), system, id, sink)
                : streamed(members.mapPartitions(dated, Encoders.row(Dated.SCHEMA)), system, id, sink);
    }

    private static Dataset<Row> columns(Dataset<Row> cited) {
        return ContributionTable.require(cited)
                .select(
                        col(RECORD),
                        col(FILE),
                        col(ROW),
                        col(KEY),
                        col(TO_FILE),
                        col(TO_ROW),
                        col(TO_KEY),
                        col(AT_US),
                        col(CONTRIBUTION),
                        ContributionTable.weight(cited),
                        col(OPEN),
                        ContributionTable.cluster(cited),
                        ContributionTable.more(cited),
                        ContributionTable.attributes(cited));
    }

    private static Written collected(Iterator<Row> dated, String system, String id, EvidenceSink sink) {
        List<Member> members = new ArrayList<>();
        dated.forEachRemaining(row -> members.add(member(row, system)));
        Collections.sort(members);
        Set<Sha256> files = new TreeSet<>();
        members.forEach(member -> member.row().citations().forEach(cited -> files.add(cited.file())));
        return written(id, files, members.iterator(), sink);
    }

    private static Written streamed(Dataset<Row> dated, String system, String id, EvidenceSink sink) {
        dated.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Row named = dated.agg(
                            expr("collect_set(" + FILE + ")"),
                            expr("collect_set(" + TO_FILE + ")"),
                            expr("array_distinct(flatten(collect_set(" + MORE + ".file)))"))
                    .head();
            Set<Sha256> files = Stream.of(0, 1, 2)
                    .flatMap(column -> named.<String>getList(column).stream())
                    .map(Sha256::new)
                    .collect(Collectors.toCollection(TreeSet::new));
            return written(id, files, ordered(dated, system), sink);
        } finally {
            dated.unpersist();
        }
    }

    private static Written written(String id, Set<Sha256> files, Iterator<Member> sorted, EvidenceSink sink) {
        AtomicReference<Written> written = new AtomicReference<>();
        String document = Documents.evidence(id);
        sink.create(document, out -> written.set(stream(out, document, files, sorted)));
        return written.get();
    }

    private static Iterator<Member> ordered(Dataset<Row> dated, String system) {
        Iterator<Row> sorted = dated.orderBy(
                        col(RECORD),
                        col(FILE),
                        col(ROW),
                        col(TO_FILE).asc_nulls_first(),
                        col(TO_ROW).asc_nulls_first(),
                        col(Dated.DAY),
                        col(CONTRIBUTION),
                        col(ContributionTable.WEIGHT),
                        col(OPEN),
                        col(MORE),
                        col(KEY).asc_nulls_first(),
                        col(TO_KEY).asc_nulls_first(),
                        col(ContributionTable.CLUSTER).asc_nulls_first())
                .toLocalIterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sorted.hasNext();
            }

            @Override
            public Member next() {
                return member(sorted.next(), system);
            }
        };
    }

    private static Written stream(OutputStream out, String document, Set<Sha256> files, Iterator<Member> sorted)
            throws IOException {
        CountedMembers.Builder population = new CountedMembers.Builder();
        try (EvidenceWriter writer = new EvidenceWriter(out, files)) {
            while (sorted.hasNext()) {
                Member member = sorted.next();
                EvidenceRow row = member.row();
                writer.add(row);
                int day = Math.toIntExact(row.date().toEpochDay());
                if (row.censored()) {
                    population.addOpen(row.contribution(), day);
                } else {
                    population.add(
                            row.contribution(), row.weight(), day, row.record(), member.cluster(), row.attributes());
                }
            }
            return new Written(writer.finish(document), population.build());
        }
    }

    private static Member member(Row row, String system) {
        boolean second = !row.isNullAt(4);
        EvidenceRow evidence = EvidenceRowBuilder.builder()
                .record(row.getString(0))
                .system(system)
                .file(new Sha256(row.getString(1)))
                .row(row.getLong(2))
                .key(row.getString(3))
                .toFile(second ? new Sha256(row.getString(4)) : null)
                .toRow(second ? row.getLong(5) : null)
                .toKey(second ? row.getString(6) : null)
                .date(LocalDate.ofEpochDay(row.getInt(7)))
                .contribution(row.getLong(8))
                .weight(row.getLong(9))
                .censored(row.getBoolean(10))
                .more(row.<Row>getList(12).stream()
                        .map(cited ->
                                new CitedRow(new Sha256(cited.getString(0)), cited.getLong(1), cited.getString(2)))
                        .toList())
                .attributes(attributes(row.getList(13)))
                .build();
        return new Member(evidence, row.getString(11));
    }

    private static SortedMap<String, String> attributes(List<Row> named) {
        SortedMap<String, String> attributes = new TreeMap<>();
        named.forEach(each -> attributes.put(each.getString(0), each.getString(1)));
        return attributes;
    }

    /** What a document says of a member, and what it belongs to, which no document says; null for nothing. */
    private record Member(EvidenceRow row, String cluster) implements Comparable<Member> {
        private static final Comparator<Member> ORDER = Comparator.comparing(Member::row)
                .thenComparing(Member::cluster, Comparator.nullsFirst(Comparator.naturalOrder()));

        @Override
        public int compareTo(Member other) {
            return ORDER.compare(this, other);
        }
    }
}
