package com.opsatc.process.finding;

import com.opsatc.connector.mapping.DeclaredAttribute;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Bottleneck;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.KpiState;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.process.bottleneck.Bottlenecks;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.eventlog.Weeks;
import com.opsatc.process.evidence.CountedMembers;
import com.opsatc.process.kpi.Aggregates;
import com.opsatc.process.kpi.MeasuredKpi;
import com.opsatc.process.kpi.Processes;
import com.opsatc.process.kpi.WeeklySeries;
import com.opsatc.process.kpi.measure.ProcessInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.spark.sql.Row;

/**
 * A made-up shop: orders are created, packed, shipped and invoiced; what is planted begins on a Monday. The extract ends at
 * the logical date, so that some orders are still on their way.
 */
public final class OrderShop {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    static final int WEEKS = 26;
    static final LocalDate AS_OF = FIRST.plusWeeks(WEEKS).minusDays(1);
    static final List<String> ACTIVITIES = List.of("Create", "Invoice", "Pack", "Ship");
    static final long HOUR = 3_600_000_000L;

    private static final int A_WEEK = 60;
    private static final double[] MEDIAN_HOURS = {20, 30, 5};
    private static final double[] SIGMA = {0.7, 0.5, 0.8};
    private static final String[] STEPS = {"Create", "Pack", "Ship", "Invoice"};

    private final RandomGenerator random;
    private final Optional<LocalDate> slowFrom;
    private final Optional<LocalDate> lateFrom;
    private final List<Row> log = new ArrayList<>();
    private final List<Row> lines = new ArrayList<>();
    private final CountedMembers.Builder cycleTimes = new CountedMembers.Builder();
    private final CountedMembers.Builder onTime = new CountedMembers.Builder();
    private long row;
    private ProcessInput input;

    private OrderShop(long seed, Optional<LocalDate> slowFrom, Optional<LocalDate> lateFrom) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.slowFrom = slowFrom;
        this.lateFrom = lateFrom;
        for (int week = 0; week < WEEKS; week++) {
            int orders = (int) Math.max(1, Math.rint(A_WEEK + Math.sqrt(A_WEEK) * random.nextGaussian()));
            for (int i = 0; i < orders; i++) {
                order(week, String.format(java.util.Locale.ROOT, "order-%02d-%03d", week, i));
            }
        }
    }

    /** Nothing planted. */
    public static OrderShop steady(long seed) {
        return new OrderShop(seed, Optional.empty(), Optional.empty());
    }

    /** From a week on, packing to shipping takes two and a half times as long. */
    public static OrderShop slowAfter(long seed, int weeks) {
        return new OrderShop(seed, Optional.of(FIRST.plusWeeks(weeks)), Optional.empty());
    }

    /** From a week on, three in ten lines are late instead of one. */
    public static OrderShop lateAfter(long seed, int weeks) {
        return new OrderShop(seed, Optional.empty(), Optional.of(FIRST.plusWeeks(weeks)));
    }

    private void order(int week, String id) {
        LocalDate day = FIRST.plusWeeks(week).plusDays(random.nextInt(5));
        long us = startUs(day) + (8 + random.nextInt(9)) * HOUR + random.nextLong(HOUR);
        List<Long> instants = new ArrayList<>(List.of(us));
        for (int step = 0; step < MEDIAN_HOURS.length; step++) {
            long gap = (long) (MEDIAN_HOURS[step] * Math.exp(SIGMA[step] * random.nextGaussian()) * HOUR);
            boolean slow = step == 1 && slowFrom.isPresent() && us + gap >= startUs(slowFrom.get());
            us += slow ? (long) (2.5 * gap) : gap;
            instants.add(us);
        }

        List<Long> seen =
                instants.stream().filter(at -> at < startUs(AS_OF.plusDays(1))).toList();
        for (int i = 0; i < seen.size(); i++) {
            log.add(Processes.event(id, i, i + 1 == seen.size(), STEPS[i], seen.get(i), ++row));
        }
        long last = seen.get(seen.size() - 1);
        cycleTimes.add(last - seen.get(0), day(last), id);
        line(day, id);
    }

    private void line(LocalDate created, String id) {
        LocalDate due = created.plusDays(7);
        boolean late = random.nextDouble() < (lateFrom.isPresent() && !due.isBefore(lateFrom.get()) ? 0.3 : 0.1);
        if (due.isBefore(AS_OF)) {
            lines.add(Processes.object(
                    "order-line",
                    id,
                    Map.of(
                            "order",
                            id,
                            "material",
                            lines.size() % 40 == 0 ? "seal" : lines.size() % 3 == 0 ? "valve" : "pump",
                            "due",
                            due.toString(),
                            "done",
                            due.plusDays(late ? 2 : 0).toString()),
                    ++row));
            onTime.add(late ? 0 : 1, Math.toIntExact(due.toEpochDay()), id);
        }
    }

    /** For figures: the whole log, kept in memory. */
    public ProcessInput input() {
        if (input == null) {
            input = input(log, lines);
            input.log().persist();
            input.objects().persist();
        }
        return input;
    }

    /** For searches that read no rows. */
    ProcessInput withoutRows() {
        return input(List.of(), List.of());
    }

    private static ProcessInput input(List<Row> log, List<Row> lines) {
        return Processes.input(
                Processes.mapping(Map.of(
                                "cycle-time",
                                Map.of(),
                                "on-time",
                                Map.of("object", "order-line", "order", "order", "due", "due", "done", "done")))
                        .dividedBy(
                                "order",
                                List.of(new DeclaredAttribute(
                                        "material",
                                        "order-line",
                                        "material",
                                        DeclaredAttribute.Known.START,
                                        "What is ordered."))),
                Processes.log(log),
                Processes.objects(lines),
                ZONE,
                AS_OF);
    }

    /** The KPIs as they are known before any evidence is written: enough to search them. */
    List<MeasuredKpi> kpis() {
        return List.of(kpi("cycle-time", cycleTimes.build()), kpi("on-time-line", onTime.build()));
    }

    public MinedProcess mined() {
        return MinedLogs.mine(log, ACTIVITIES, weeks());
    }

    public Weeks weeks() {
        return MinedLogs.weeks(log, ZONE);
    }

    /** How the process runs, as its log has it. */
    Yardstick yardstick() {
        SortedMap<LocalDate, Long> cases = new TreeMap<>();
        log.stream()
                .filter(row -> row.getInt(1) == 0)
                .forEach(row ->
                        cases.merge(WeeklySeries.mondayOf(LocalDate.ofEpochDay(day(row.getLong(6)))), 1L, Long::sum));
        return Yardstick.of(mined(), Intake.of(cases), AS_OF, OptionalLong.empty());
    }

    public List<Bottleneck> ranked() {
        return Bottlenecks.rank(mined());
    }

    /** A KPI of a definition with these members, without evidence. */
    static MeasuredKpi kpi(String id, CountedMembers members) {
        Definition definition = Processes.definitions().require(id);
        Aggregation aggregation = definition.aggregation();
        KpiValue value = KpiValueBuilder.builder()
                .id("K-process-" + id)
                .process("process")
                .definition(definition.ref())
                .title(definition.title())
                .state(KpiState.MEASURED)
                .unit(definition.unit())
                .direction(definition.direction())
                .aggregation(aggregation)
                .value(Aggregates.of(aggregation, members))
                .n(members.n())
                .open(0L)
                .window(new Window(members.firstDate(), members.lastDate(), ZONE.getId()))
                .evidence(new Evidence(
                        "none", 1, /* censored= */ null, Sha256.of(""), List.of(new Citation("sap", Sha256.of(""), 1))))
                .build();
        return new MeasuredKpi(value, Optional.of(new MeasuredKpi.Members(members, Processes.log(List.of()))));
    }

    private static int day(long us) {
        return Math.toIntExact(java.time.Instant.EPOCH
                .plus(us, java.time.temporal.ChronoUnit.MICROS)
                .atZone(ZONE)
                .toLocalDate()
                .toEpochDay());
    }

    private static long startUs(LocalDate date) {
        return date.atStartOfDay(ZONE).toEpochSecond() * 1_000_000;
    }

    public static LocalDate monday(int week) {
        LocalDate monday = FIRST.plusWeeks(week);
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalStateException("weeks begin on Mondays");
        }
        return monday;
    }
}
