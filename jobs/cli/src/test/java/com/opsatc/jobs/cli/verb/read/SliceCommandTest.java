package com.opsatc.jobs.cli.verb.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.opsatc.advisory.AskedRun;
import com.opsatc.advisory.Asker;
import com.opsatc.advisory.Slices;
import com.opsatc.advisory.StoredDocuments;
import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import com.opsatc.jobs.cli.slice.SliceLog;
import com.opsatc.jobs.cli.slice.SliceSample;
import com.opsatc.jobs.cli.slice.StoredSlices;
import com.opsatc.tenancy.scope.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHome.Extension.class)
class SliceCommandTest {
    private static final TenantId TENANT = new TenantId("sliced");
    private static final SliceSample SAMPLE = SliceSample.of(1, 700, Aggregation.MEDIAN);

    private static final Asker ASKER = new Asker(TENANT, "ada", "127.0.0.1");

    private static boolean published;

    private final TestHome home;

    SliceCommandTest(TestHome home) {
        this.home = home;
        publish(home);
    }

    private static synchronized void publish(TestHome home) {
        if (published) {
            return;
        }

        Map<String, byte[]> documents = new TreeMap<>(new SamplePublication(TENANT).documents());
        KpisDocument kpis = CanonicalJson.read(documents.get(Documents.KPIS.name()), KpisDocument.class);
        documents.put(
                Documents.KPIS.name(),
                CanonicalJson.write(new KpisDocument(
                        kpis.header(), List.of(SAMPLE.kpi(), kpis.kpis().get(1)))));
        documents.put(SAMPLE.kpi().evidence().document(), SAMPLE.document());
        Publisher.publish(home, TENANT, documents);
        published = true;
    }

    private CommandRun slice(String kpi, String where, String... more) {
        String[] arguments = new String[more.length + 7];
        System.arraycopy(
                new String[] {"slice", "--tenant", TENANT.value(), "--kpi", kpi, "--where", where}, 0, arguments, 0, 7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return home.start().run(arguments);
    }

    @Test
    void slice_ofWeeks_saysTheFigureWithAllThatBelongsToIt() throws IOException {
        Files.deleteIfExists(home.home().resolve("logs/slices.log"));

        CommandRun run = slice(SliceSample.ID, "period in 2013-W10..2013-W14");

        assertThat(run.code()).isZero();
        assertThat(run.out()
                        .lines()
                        .map(line ->
                                line.split("  +")[0].isEmpty() ? line.strip().split("  +")[0] : line))
                .startsWith(
                        SliceSample.ID + "   Cycle time", "Where", "Value", "Interval", "n", "All", "Open", "Window")
                .contains("Excluded", "Recomputed", "First cited", "Caveat");
        assertThat(run.out())
                .contains("  Where         period in 2013-W10..2013-W14\n")
                .contains(
                        "(95 %, order-statistic)\n",
                        " of 600\n", "  Recomputed    value\n", "2 negative duration, of all;")
                .contains("A part that was chosen after it was seen proves nothing; it says no cause.")
                .doesNotContain("slices that were asked");
    }

    /** The same slice, however it is written, is one look; another is a second one. */
    @Test
    void slice_again_countsLooksOnce() throws IOException {
        Files.deleteIfExists(home.home().resolve("logs/slices.log"));

        slice(SliceSample.ID, "period = 2013-03");
        slice(SliceSample.ID, "period in 2013-03..2013-03");
        CommandRun second = slice(SliceSample.ID, "period = 2013-04");
        CommandRun json = slice(SliceSample.ID, "period = 2013-04", "--output", "json");

        assertThat(second.out())
                .contains("This is one of 2 slices that were asked of this run.", "has a chance of up to 10 %.");
        assertThat(CanonicalJson.tree(json.out().strip().getBytes(StandardCharsets.UTF_8))
                        .path("looks")
                        .intValue())
                .isEqualTo(2);
        assertThat(Files.readString(home.home().resolve("logs/slices.log"))).doesNotContain("2013");
    }

    @Test
    void slice_whatCannotBeAnswered_saysWhy() {
        assertThat(slice(SliceSample.ID, "case = 7"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Invalid value for option '--where': at character 1: one member is no slice, 'opsatc explain ID"
                                + " --all' lists them; expected period, system, variant, object-type, a declared attribute, or an"
                                + " activity and 'before'; see 'opsatc slice --help'\n"));
        assertThat(slice(SliceSample.ID, "period = 2012").code()).isEqualTo(5);
        assertThat(slice("K-order-to-cash-otif-line", "period = 2013").err())
                .isEqualTo(
                        "opsatc: Cannot slice K-order-to-cash-otif-line: it is not measured: the extract has no delivered"
                                + " quantity\n");
        assertThat(slice("K-order-to-cash-cycle-tim", "period = 2013").err())
                .contains("no KPI of the published run has this id; did you mean K-order-to-cash-cycle-time or ");
    }

    /** The service gives what the command gives, and both count the same looks. */
    @Test
    void slice_askedOfTheService_isTheSameAndTellsByStatusWhatCannotBe() throws IOException {
        Files.deleteIfExists(home.home().resolve("logs/slices.log"));
        CommandRun json = slice(SliceSample.ID, "period = 2013-04", "--output", "json");

        assertDescribed(CanonicalJson.tree(json.out().strip().getBytes(StandardCharsets.UTF_8)));
        try (Tenancy tenancy = home.open()) {
            Slices slices = new StoredSlices(
                    new StoredDocuments(tenancy), new SliceLog(tenancy.home().logs()));

            Slices.Sliced same = slices.slice(ASKER, AskedRun.CURRENT, SliceSample.ID, " period=2013-04");
            assertThat(new String(same.json(), StandardCharsets.UTF_8))
                    .isEqualTo(json.out().strip());
            assertThat(slices.slice(ASKER, AskedRun.CURRENT, SliceSample.ID, "period = 2012"))
                    .isEqualTo(Slices.Sliced.TOO_SMALL);
            assertThat(slices.slice(ASKER, AskedRun.CURRENT, SliceSample.ID, "case = 7"))
                    .isEqualTo(Slices.Sliced.UNREADABLE);
            assertThat(slices.slice(ASKER, AskedRun.CURRENT, SliceSample.ID, "colour = red"))
                    .isEqualTo(Slices.Sliced.UNREADABLE);
            assertThat(slices.slice(ASKER, AskedRun.CURRENT, "K-none", "period = 2013"))
                    .isEqualTo(Slices.Sliced.NONE);
            assertThat(slices.slice(
                            new Asker(new TenantId("nobody"), "ada", "127.0.0.1"),
                            AskedRun.CURRENT,
                            SliceSample.ID,
                            "period = 2013"))
                    .isEqualTo(Slices.Sliced.NONE);
        }
    }

    /** As the service's description says: the same properties, but for the reason why there is no interval. */
    private static void assertDescribed(JsonNode answer) throws IOException {
        try (InputStream description = Slices.class.getResourceAsStream("openapi.json")) {
            JsonNode slice = CanonicalJson.tree(description.readAllBytes()).at("/components/schemas/slice/properties");
            TreeSet<String> figure = new TreeSet<>();
            slice.at("/figure/properties").fieldNames().forEachRemaining(figure::add);
            figure.remove("no_interval");

            assertThat(answer.fieldNames()).toIterable().containsExactly("caveats", "figure", "looks");
            assertThat(answer.path("figure").fieldNames()).toIterable().containsExactlyElementsOf(figure);
        }
    }
}
