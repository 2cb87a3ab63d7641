package com.opsatc.telemetry.aggregate;

import static com.opsatc.telemetry.testing.Otlp.duration;
import static com.opsatc.telemetry.testing.Otlp.featureUsed;
import static com.opsatc.telemetry.testing.Otlp.logs;
import static com.opsatc.telemetry.testing.Otlp.metrics;
import static com.opsatc.telemetry.testing.Otlp.point;
import static com.opsatc.telemetry.testing.Otlp.resource;
import static com.opsatc.telemetry.testing.Otlp.span;
import static com.opsatc.telemetry.testing.Otlp.spans;
import static com.opsatc.telemetry.testing.Otlp.status;
import static com.opsatc.telemetry.testing.Otlp.text;
import static com.opsatc.telemetry.testing.Otlp.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.privacy.Projection;
import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.aggregate.bound.TenantDay;
import com.opsatc.telemetry.aggregate.bound.UserCounts;
import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.input.Observation;
import com.opsatc.telemetry.input.Origin;
import com.opsatc.telemetry.input.otlp.OtlpLines;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.InputFiles;
import com.opsatc.telemetry.testing.Otlp;
import com.opsatc.telemetry.testing.SampleManifests;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T3: no tenant and no user moves the exact vector of a day by more than the noise is made for, whatever they send. */
class NeighbourTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String NOON = "2026-03-02T12:00:00Z";
    /** Twenty users at their bound: their tenant is far above its own. */
    private static final List<String> LOUD = IntStream.range(0, 20)
            .mapToObj(user -> metrics(resource("web", "evil"), duration(point(NOON, 4, 1_000_000, user("u" + user)))))
            .toList();

    private final Manifest manifest = SampleManifests.shipped();

    @TempDir
    private Path folder;

    @Test
    void days_tenThousandFleets_keepTheSensitivity() {
        Bounding bounding = new Bounding(manifest);

        assertThat(new NeighbourProof(manifest, bounding::days).violations(10_000, 1))
                .isEmpty();
    }

    @Test
    @Tag("campaign")
    void days_halfAMillionFleets_keepTheSensitivity() {
        Bounding bounding = new Bounding(manifest);

        assertThat(new NeighbourProof(manifest, bounding::days).violations(500_000, 10_001))
                .isEmpty();
    }

    @Test
    void proof_unboundedMechanisms_areCaught() {
        assertThat(NeighbourProof.kinds(
                        mutant(Projection.UNIT_SCALE, Projection.UNIT_SCALE).violations(300, 1)))
                .as("no user clip")
                .containsExactly("a user");
        assertThat(NeighbourProof.kinds(mutant(6553, Long.MAX_VALUE >> 8).violations(300, 1)))
                .as("no tenant clip")
                .containsExactly("a tenant");
        assertThat(NeighbourProof.kinds(mutant(6553, 2 * Projection.UNIT_SCALE).violations(300, 1)))
                .as("tenant clip of 2")
                .containsExactly("a tenant");
        assertThat(NeighbourProof.kinds(mutant(6653, Projection.UNIT_SCALE).violations(300, 1)))
                .as("user clip 2 % too large")
                .containsExactly("a user");
    }

    /** The adversaries below, each with and without its tenant, through files, parser and pipeline. */
    @Test
    void run_adversarialTenants_keepTheSensitivity() {
        List<List<String>> adversaries = adversaries();
        List<String> others = others();
        long[] without = vector(others);
        List<String> violations = new ArrayList<>();
        NeighbourProof proof = new NeighbourProof(manifest, users -> new TreeMap<>());
        for (List<String> adversary : adversaries) {
            List<String> lines = new ArrayList<>(others);
            lines.addAll(adversary);
            long[] with = vector(lines);
            proof.compare("tenant", with, without, violations);
        }

        assertThat(adversaries).hasSizeGreaterThanOrEqualTo(24);
        assertThat(violations).isEmpty();
    }

    /** The same lines as those of one more user of a tenant that is there already; the runner is left out. */
    @Test
    void tally_adversarialUsers_keepTheSensitivity() {
        List<String> others = others();
        long[] without = tallied(others);
        List<String> violations = new ArrayList<>();
        NeighbourProof proof = new NeighbourProof(manifest, users -> new TreeMap<>());
        for (List<String> adversary : adversaries()) {
            List<String> lines = new ArrayList<>(others);
            adversary.forEach(line -> lines.add(line.replace("evil", "other-1").replaceAll("\"u[0-9]+\"", "\"u\"")));
            proof.compare("user", tallied(lines), without, violations);
        }

        assertThat(violations).isEmpty();
    }

    /** T5: one tenant, one name on Monday and another on Tuesday. */
    @Test
    void run_tenantRenamedBetweenTwoDays_keepsTheSensitivityOnEach() {
        List<String> both = new ArrayList<>(others());
        both.addAll(on(MONDAY.plusDays(1), others()));
        List<SortedMap<String, List<Long>>> without = vectors(both);
        both.addAll(LOUD);
        both.addAll(on(MONDAY.plusDays(1), renamed(LOUD)));
        List<SortedMap<String, List<Long>>> with = vectors(both);

        List<String> violations = new ArrayList<>();
        NeighbourProof proof = new NeighbourProof(manifest, users -> new TreeMap<>());
        for (int day = 0; day < 2; day++) {
            assertThat(with.get(day)).isNotEqualTo(without.get(day));
            proof.compare("tenant", flat(with.get(day)), flat(without.get(day)), violations);
        }
        assertThat(violations).isEmpty();
    }

    /** The limit of the test above: on one day, two names are two tenants. */
    @Test
    void run_tenantRenamedWithinADay_countsAsTwo() {
        List<String> others = others();
        List<SortedMap<String, List<Long>>> without = vectors(others);
        others.addAll(LOUD);
        long once = vectors(others).get(0).get("activity").get(0)
                - without.get(0).get("activity").get(0);
        others.addAll(renamed(LOUD));
        long twice = vectors(others).get(0).get("activity").get(0)
                - without.get(0).get("activity").get(0);

        assertThat(once).isPositive().isLessThanOrEqualTo(Projection.UNIT_SCALE);
        assertThat(twice).isEqualTo(2 * once).isGreaterThan(Projection.UNIT_SCALE);
    }

    @Test
    void tally_manyUsers_keepTheTenantsBound() {
        manyUsers(50_001);
    }

    @Test
    @Tag("campaign")
    void tally_aMillionUsers_keepTheTenantsBound() {
        manyUsers(1_000_000);
    }

    private void manyUsers(int users) {
        int day = (int) MONDAY.toEpochDay();
        UserDays all = new UserDays();
        try (DayKeys keys = DayKeys.open(new CountingKeys())) {
            TenantTally tally = tally(keys, all);
            for (int i = 0; i < users; i++) {
                Origin origin = new Origin(Origin.startNanos(day), "evil", "user-" + i);
                tally.observed(new Observation.FeatureUse(origin, i % 5));
            }
            assertThat(tally.finish().pointsUsed()).isEqualTo(users);
        }

        long[] vector = new Bounding(manifest).days(all).get(day);
        for (Block block : manifest.blocks()) {
            long[] cells = Bounding.of(block, vector);
            assertThat(NeighbourProof.distanceSquared(cells, new long[cells.length]))
                    .isLessThanOrEqualTo(
                            BigInteger.valueOf(Projection.UNIT_SCALE).pow(2));
        }
    }

    private long[] tallied(List<String> lines) {
        Path file = InputFiles.write(folder.resolve("in"), lines.toArray(String[]::new));
        UserDays all = new UserDays();
        try (DayKeys keys = DayKeys.open(new CountingKeys())) {
            TenantTally tally = tally(keys, all);
            new OtlpLines(manifest).read(InputFiles.part(file), tally);
            tally.finish();
        }
        return new Bounding(manifest).days(all).get((int) MONDAY.toEpochDay());
    }

    private TenantTally tally(DayKeys keys, UserDays all) {
        Days days = Days.after(MONDAY.minusDays(1), MONDAY, 48);
        return new TenantTally(manifest, days, new Pseudonyms(keys), (shard, users) -> all.addAll(users));
    }

    private NeighbourProof mutant(long userRadius, long tenantRadius) {
        // The real weights, then other clips: the parts of the mechanism as it would be with the mistake in it.
        return new NeighbourProof(manifest, users -> {
            SortedMap<TenantDay, long[]> tenants = new TreeMap<>(
                    (a, b) -> Long.compare(a.tenant().low(), b.tenant().low()));
            users.sorted()
                    .forEach((user, counts) ->
                            tenants.merge(user.tenantDay(), clipped(weighed(counts), userRadius), Bounding::sum));
            SortedMap<Integer, long[]> days = new TreeMap<>();
            tenants.forEach((tenant, sum) -> days.merge(tenant.day(), clipped(sum, tenantRadius), Bounding::sum));
            return days;
        });
    }

    private long[] clipped(long[] vector, long radius) {
        return manifest.blocks().stream()
                .flatMapToLong(block -> Arrays.stream(Projection.clip(Bounding.of(block, vector), radius)))
                .toArray();
    }

    private long[] weighed(UserCounts counts) {
        return manifest.blocks().stream()
                .flatMapToLong(block -> Arrays.stream(Bounding.weighed(block, counts)))
                .toArray();
    }

    private long[] vector(List<String> lines) {
        return flat(vectors(lines).get(0));
    }

    /** Of Monday and Tuesday. */
    private List<SortedMap<String, List<Long>>> vectors(List<String> lines) {
        Path file = InputFiles.write(folder.resolve("in"), lines.toArray(String[]::new));
        ExactVectors found = Aggregator.run(
                new Request(
                        manifest,
                        Days.after(MONDAY.minusDays(1), MONDAY.plusDays(1), 48),
                        List.of(file),
                        new TreeMap<>(),
                        List.of(),
                        Request.RANGE_BYTES),
                new CountingKeys(),
                Runner.direct(2));
        return List.copyOf(found.vectors().values());
    }

    private long[] flat(SortedMap<String, List<Long>> vectors) {
        return manifest.blocks().stream()
                .flatMapToLong(block -> vectors.get(block.id()).stream().mapToLong(Long::longValue))
                .toArray();
    }

    private static List<String> on(LocalDate day, List<String> lines) {
        long nanos = Otlp.nanos(day + "T12:00:00Z");
        return lines.stream()
                .map(line -> line.replace(Long.toString(Otlp.nanos(NOON)), Long.toString(nanos)))
                .toList();
    }

    private static List<String> renamed(List<String> lines) {
        return lines.stream().map(line -> line.replace("evil", "evil-as-well")).toList();
    }

    private static List<String> others() {
        List<String> lines = new ArrayList<>();
        for (int tenant = 0; tenant < 3; tenant++) {
            String resource = resource("web", "other-" + tenant);
            lines.add(metrics(
                    resource, duration(point(NOON, 3, 900, user("a")), point(NOON, 7, 40, user("b"), status(500)))));
            lines.add(logs(resource, featureUsed(NOON, "report", user("a"))));
        }
        return lines;
    }

    /** What a tenant might send to be seen, or to disturb; each entry is the lines of one. */
    private static List<List<String>> adversaries() {
        String evil = resource("web", "evil");
        String run = resource("opsatc-run", "evil");
        String huge = metrics(evil, duration(point(NOON, 0, 1_000_000_000)));
        List<List<String>> adversaries = new ArrayList<>();
        adversaries.add(List.of(huge));
        adversaries.add(List.of(huge.replace("\"1000000000\"", "\"1099511627775\"")));
        adversaries.add(Collections.nCopies(50, huge));
        adversaries.add(List.of(metrics(evil, duration(point(NOON, 14, 1_000_000_000, status(500))))));
        adversaries.add(List.of(huge.replace("\"1000000000\"", "\"NaN\"")));
        adversaries.add(List.of(huge.replace("\"1000000000\"", "NaN")));
        adversaries.add(List.of(huge.replace("\"1000000000\"", "\"-1000000000\"")));
        adversaries.add(List.of(huge.replace("\"1000000000\"", "1e9")));
        adversaries.add(List.of(huge.replace("\"1000000000\"", "\"9223372036854775807\"")));
        adversaries.add(List.of(huge.replace("0.005", "NaN")));
        adversaries.add(List.of(huge.replace("Temporality\":1", "Temporality\":2")));
        adversaries.add(List.of(huge, huge, huge.replace("12:00", "13:00")));
        adversaries.add(List.of(spans(run, span(NOON, 1), span(NOON, 1), span(NOON, 60_000_000_000L))));
        adversaries.add(Collections.nCopies(300, spans(run, span(NOON, 5_000, status(500)))));
        adversaries.add(IntStream.range(0, 300)
                .mapToObj(i -> spans(run, span(NOON, 700_000, user("u" + i))))
                .toList());
        adversaries.add(IntStream.range(0, 30)
                .mapToObj(i -> metrics(evil, duration(point(NOON, i % 15, 1_000_000, user("u" + i)))))
                .toList());
        adversaries.add(IntStream.range(0, 2_000)
                .mapToObj(i -> logs(evil, featureUsed(NOON, "feature-" + i, user("u" + i % 7))))
                .toList());
        adversaries.add(IntStream.range(0, 400)
                .mapToObj(i -> logs(evil, featureUsed(NOON, "findings", user("u" + i))))
                .toList());
        adversaries.add(List.of(metrics(
                evil, duration(point(NOON, 0, 1_000_000, text("tenant.id", "other-1")), point(NOON, 0, 1_000_000)))));
        adversaries.add(List.of(mixed(huge, metrics(resource("web", "nobody"), duration(point(NOON, 0, 0))))));
        adversaries.add(List.of(metrics(
                text("service.name", "web"),
                duration(
                        point(NOON, 2, 1_000_000_000, text("tenant.id", "evil")),
                        point(NOON, 2, 0, text("tenant.id", "other-1"))))));
        adversaries.add(List.of(metrics(resource("web", "opsatc-probe"), duration(point(NOON, 0, 1_000_000)))));
        adversaries.add(List.of(huge.replace(Long.toString(Otlp.nanos(NOON)), "9223372036854775807")));
        adversaries.add(List.of(
                huge.replace(Long.toString(Otlp.nanos(NOON)), Long.toString(Otlp.nanos("2026-03-01T00:00:00Z")))));
        adversaries.add(List.of(huge.substring(0, huge.length() / 2), "{", "[[[[", "\u0000\u0001"));
        adversaries.add(List.of(
                logs(evil, featureUsed(NOON, "report"), featureUsed(NOON, "report"), featureUsed(NOON, "_OTHER"))));
        return adversaries;
    }

    /** Two documents of metrics in one line, as a collector batches them. */
    private static String mixed(String left, String right) {
        String start = "{\"resourceMetrics\":[";
        return left.substring(0, left.length() - 2) + "," + right.substring(start.length());
    }
}
