package com.opsatc.jobs.cli.slice;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Direction;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.figure.Excluded;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.CaseDocument;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.EvidenceRowBuilder;
import com.opsatc.evidence.EvidenceWriter;
import com.opsatc.evidence.Recompute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A KPI of made-up members, its evidence rows, and the document that holds them. */
public record SliceSample(KpiValue kpi, List<EvidenceRow> rows, byte[] document) {
    public static final String ID = "K-order-to-cash-cycle-time";
    private static final Sha256 FILE = Sha256.of("extract");
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 7);

    /** Members over 140 days from Monday, 7 January 2013; every seventh of them is open. */
    public static SliceSample of(long seed, int members, Aggregation aggregation) {
        SplittableRandom random = new SplittableRandom(seed);
        List<EvidenceRow> rows = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            boolean open = i % 7 == 6;
            rows.add(EvidenceRowBuilder.builder()
                    .record(String.format(java.util.Locale.ROOT, "case-%07d", i))
                    .system(i % 3 == 0 ? "crm" : "sap")
                    .file(FILE)
                    .row(i + 1)
                    .key("Case " + i)
                    .date(open ? FIRST.plusDays(140) : FIRST.plusDays(random.nextInt(140)))
                    .contribution(contribution(random, aggregation))
                    .weight(isWeighted(aggregation) ? random.nextInt(1, 9000) : 1)
                    .censored(open)
                    .attributes(new TreeMap<>(Map.of("country", country(i))))
                    .build());
        }
        return of(rows, aggregation);
    }

    private static String country(int i) {
        return i % 50 == 0 ? "rare" : i % 2 == 0 ? "north" : "south";
    }

    /** What happened in each member, which is a case: every fourth was held, and every second of those before it was checked. */
    public byte[] cases() {
        List<EvidenceRow> cases = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String path = i % 4 != 0 ? "1 0" : i % 8 == 0 ? "2 1 0" : "1 2 0";
            cases.add(EvidenceRowBuilder.builder(rows.get(i))
                    .contribution(path.split(" ").length)
                    .weight(1)
                    .censored(false)
                    .attributes(new TreeMap<>(Map.of(CaseDocument.PATH, path)))
                    .build());
        }
        return document(cases).document;
    }

    private static boolean isWeighted(Aggregation aggregation) {
        return aggregation == Aggregation.WEIGHTED_SHARE || aggregation == Aggregation.SHARE_OF_WEIGHT;
    }

    private static long contribution(SplittableRandom random, Aggregation aggregation) {
        boolean share = aggregation == Aggregation.SHARE || isWeighted(aggregation);
        return share ? random.nextInt(2) : random.nextLong(1, 900_000_000_000L);
    }

    private static SliceSample of(List<EvidenceRow> rows, Aggregation aggregation) {
        Written written = document(rows);
        return new SliceSample(kpi(rows, aggregation, written.evidence), rows, written.document);
    }

    private record Written(Evidence evidence, byte[] document) {}

    private static Written document(List<EvidenceRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvidenceWriter writer = new EvidenceWriter(bytes, List.of(FILE))) {
            for (EvidenceRow row : rows) {
                writer.add(row);
            }
            return new Written(writer.finish("evidence/" + ID + ".arrow"), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KpiValue kpi(List<EvidenceRow> rows, Aggregation aggregation, Evidence evidence) {
        List<EvidenceRow> counted = rows.stream().filter(row -> !row.censored()).toList();
        BigDecimal value = Recompute.recompute(
                aggregation,
                counted.stream().map(EvidenceRow::contribution).iterator(),
                counted.stream().map(EvidenceRow::weight).iterator());
        boolean share = aggregation == Aggregation.SHARE || isWeighted(aggregation);
        return KpiValueBuilder.builder()
                .id(ID)
                .process("order-to-cash")
                .definition(new DefinitionRef("cycle-time", 1))
                .title("Cycle time")
                .state(KpiState.MEASURED)
                .unit(share ? Unit.RATIO : Unit.MICROSECONDS)
                .direction(Direction.LOWER_IS_BETTER)
                .aggregation(aggregation)
                .value(value)
                .n(counted.size())
                .excluded(List.of(new Excluded("negative-duration", 2)))
                .open((long) rows.size() - counted.size())
                .interval(new Interval(new BigDecimal("0.95"), value, value, share ? "wilson" : "order-statistic"))
                .window(new Window(
                        counted.stream()
                                .map(EvidenceRow::date)
                                .min(LocalDate::compareTo)
                                .orElseThrow(),
                        counted.stream()
                                .map(EvidenceRow::date)
                                .max(LocalDate::compareTo)
                                .orElseThrow(),
                        "UTC"))
                .evidence(evidence)
                .build();
    }
}
