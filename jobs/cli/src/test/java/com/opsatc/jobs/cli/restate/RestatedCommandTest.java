package com.opsatc.jobs.cli.restate;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.RunManifestBuilder;
import com.opsatc.contract.figure.SeriesPoint;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.evidence.EvidenceRow;
import com.opsatc.evidence.EvidenceRowBuilder;
import com.opsatc.evidence.EvidenceWriter;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Three runs, after one that published no whole week. The first publishes the week of 2 March whole, with three members of 1, 2 and 6 hours, and that of 9 March while it
 * is not over; the second, with a file delivered late, has a fourth member of 3 hours there, of the third another time, and the week
 * of 9 March whole; the third restates nothing more but the week of 9 March.
 */
@ExtendWith(TestHome.Extension.class)
class RestatedCommandTest {
    private static final TenantId TENANT = new TenantId("restated");
    private static final String KPI = SamplePublication.KPI;
    private static final Sha256 FILE = SamplePublication.FILE;
    private static final Sha256 LATE = Sha256.of("late");
    private static final LocalDate WEEK = LocalDate.of(2026, 3, 2);
    private static final LocalDate NEXT = WEEK.plusWeeks(1);
    private static final long HOUR = 3_600_000_000L;
    private static final LocalDate LAST = LocalDate.of(2026, 3, 18);
    private static final RunManifest.Input ORDERS = input(FILE, "orders.csv", "2026-03-04T06:00:00");
    private static final List<RunManifest.Input> BOTH =
            List.of(ORDERS, input(LATE, "orders-2.csv", "2026-03-17T06:00:00"));
    private static final String FIRST = "0223456789abcdef";
    private static final String SECOND = "1123456789abcdef";
    private static final String THIRD = "2123456789abcdef";

    private static boolean published;

    private final TestHome home;

    RestatedCommandTest(TestHome home) throws IOException {
        this.home = home;
        publish(home);
    }

    private static synchronized void publish(TestHome home) throws IOException {
        if (published) {
            return;
        }

        Map<String, byte[]> first = documents(
                List.of(point(WEEK, 3, 2, false), point(NEXT, 1, 9, true)),
                rows(row("o1", 1, 1), row("o2", 2, 2), row("o3", 3, 6)));
        Publisher.publish(home, TENANT, new SamplePublication(TENANT).documents());
        publish(home, "a2", FIRST, LocalDate.of(2026, 3, 11), List.of(ORDERS), first);
        List<EvidenceRow> later = rows(
                row("o1", 1, 1),
                row("o2", 2, 2),
                row("o3", 3, 4),
                builder("o4", 9, 3).file(LATE).key("Order 4").build());
        publish(
                home,
                "b1",
                SECOND,
                LAST,
                BOTH,
                documents(List.of(point(WEEK, 4, 3, false), point(NEXT, 2, 8, false)), later));
        publish(
                home,
                "c1",
                THIRD,
                LAST,
                BOTH,
                documents(List.of(point(WEEK, 4, 3, false), point(NEXT, 2, 7, false)), later));
        published = true;
    }

    private static void publish(
            TestHome home,
            String attempt,
            String run,
            LocalDate date,
            List<RunManifest.Input> inputs,
            Map<String, byte[]> documents) {
        Publisher.publishFurther(
                home,
                TENANT,
                attempt,
                documents,
                RunManifestBuilder.builder(Publisher.manifest(TENANT))
                        .runId(run)
                        .logicalDate(date)
                        .inputs(inputs)
                        .build());
    }

    @Test
    void restated_weeksThatAnEarlierRunPublishedWhole_areShownThenAndNow() {
        CommandRun run = run();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().map(String::strip))
                .containsExactly(
                        "2 of 2 weeks of KPIs are not what they were when first published, by 3 earlier runs.",
                        KPI + ": 2 weeks, at most 1 h (week of 2026-03-02)",
                        "",
                        "Weeks",
                        "KPI                         week of     as known then  as known now  difference  n then  n now  first"
                                + " published by run  as of       files since",
                        KPI + "  2026-03-02            2 h           3 h         1 h       3      4  " + FIRST
                                + "        2026-03-11            1",
                        KPI + "  2026-03-09            8 h           7 h        -1 h       2      2  " + SECOND
                                + "        2026-03-18            0");
    }

    @Test
    void restated_ofOneKpi_saysWhichMembersMovedAndByWhichLateRecords() {
        CommandRun run = run("--kpi", KPI);

        assertThat(run.out().lines().map(String::strip))
                .contains(
                        "week of     members new  gone  changed  by late records  by withdrawn files  otherwise",
                        "2026-03-02            1     0        1                1                   0          1",
                        "2026-03-02  sap     " + LATE.hex().substring(0, 12)
                                + "  orders-2.csv, delivered 2026-03-17T06:00:00    9  Order 4");
    }

    @Test
    void restated_ofTheFirstRun_saysThatNothingCanBe() {
        assertThat(run("--run", FIRST).out())
                .isEqualTo(
                        "Nothing can be restated yet: no earlier run published a whole week of these KPIs by the same"
                                + " definition.\n");
        assertThat(run("--kpi", "K-order-to-cash-cycle").err())
                .isEqualTo(
                        "opsatc: Cannot say what was restated of K-order-to-cash-cycle: no KPI of the published run has"
                                + " this id; did you mean K-order-to-cash-cycle-time?; see opsatc kpis\n");
    }

    @Test
    void restated_csvAndJson_areExact() {
        assertThat(run("--output", "csv").out())
                .isEqualTo("id,week,then,now,difference,unit,n_then,n_now,run,as_of,files_since\n" + KPI
                        + ",2026-03-02,7200000000,10800000000,3600000000,us,3,4," + FIRST + ",2026-03-11,1\n" + KPI
                        + ",2026-03-09,28800000000,25200000000,-3600000000,us,2,2," + SECOND + ",2026-03-18,0\n");
        assertThat(run("--kpi", KPI, "--output", "json").out())
                .contains("\"moved\":{\"added\":1,\"changed\":1,\"gone\":0,\"late\":1,\"otherwise\":1,")
                .contains("\"files_since\":[{\"delivered\":\"2026-03-17T06:00:00\"");
    }

    /** A line for the KPI, with the week that moved most. */
    @Test
    void diff_ofTheFirstAndTheSecond_saysThatAWeekWasRestated() {
        assertThat(home.start()
                        .run("diff", "--tenant", TENANT.value(), "--from", FIRST, "--to", SECOND)
                        .out())
                .contains("\nWeeks restated\n")
                .contains(
                        "2 h  3 h         1 h       3     4  Cycle time, week of 2026-03-02  the only week that both have"
                                + " and not alike");
    }

    private CommandRun run(String... more) {
        return home.start()
                .run(Stream.concat(Stream.of("restated", "--tenant", TENANT.value()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static SeriesPoint point(LocalDate week, long n, long hours, boolean partial) {
        return new SeriesPoint(week, n, BigDecimal.valueOf(hours * HOUR), partial);
    }

    private static EvidenceRow row(String record, long row, long hours) {
        return builder(record, row, hours).build();
    }

    private static EvidenceRowBuilder builder(String record, long row, long hours) {
        return EvidenceRowBuilder.builder()
                .record(record)
                .system("sap")
                .file(FILE)
                .row(row)
                .date(WEEK.plusDays(1))
                .contribution(hours * HOUR)
                .weight(1);
    }

    private static List<EvidenceRow> rows(EvidenceRow... rows) {
        return List.of(rows);
    }

    private static RunManifest.Input input(Sha256 file, String name, String delivered) {
        return new RunManifest.Input("sap", "orders", file, name, delivered, null, 100, 10);
    }

    private static Map<String, byte[]> documents(List<SeriesPoint> weeks, List<EvidenceRow> rows) throws IOException {
        Map<String, byte[]> documents = new TreeMap<>(new SamplePublication(TENANT).documents());
        KpisDocument kpis = CanonicalJson.read(documents.get(Documents.KPIS.name()), KpisDocument.class);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvidenceWriter writer =
                new EvidenceWriter(bytes, Stream.of(FILE, LATE).sorted().toList())) {
            for (EvidenceRow row : rows) {
                writer.add(row);
            }
            Evidence evidence = writer.finish(Documents.evidence(KPI));
            KpiValue kpi = KpiValueBuilder.builder(kpis.kpis().get(0))
                    .series(weeks)
                    .evidence(evidence)
                    .build();
            documents.put(Documents.evidence(KPI), bytes.toByteArray());
            documents.put(Documents.KPIS.name(), CanonicalJson.write(new KpisDocument(kpis.header(), List.of(kpi))));
        }
        return documents;
    }
}
