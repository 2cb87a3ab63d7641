package com.opsatc.jobs.cli.verb.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.RunManifestBuilder;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.CommandRun;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import com.opsatc.jobs.cli.TestHome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestHome.Extension.class)
class DiffCommandTest {
    private static final TenantId TENANT = new TenantId("compared");
    private static final String LATER = "fedcba9876543210";
    private static final String FIRST = "0123456789abcdef";

    private static boolean published;

    private final TestHome home;

    DiffCommandTest(TestHome home) {
        this.home = home;
        publish(home);
    }

    private static synchronized void publish(TestHome home) {
        if (published) {
            return;
        }

        Map<String, byte[]> documents = new SamplePublication(TENANT).documents();
        Publisher.publish(home, TENANT, documents);
        Map<String, byte[]> later = new TreeMap<>(documents);
        KpisDocument kpis = CanonicalJson.read(documents.get(Documents.KPIS.name()), KpisDocument.class);
        later.put(
                Documents.KPIS.name(),
                CanonicalJson.write(new KpisDocument(
                        kpis.header(),
                        List.of(
                                KpiValueBuilder.builder(kpis.kpis().get(0))
                                        .value(BigDecimal.valueOf(5L * 3_600_000_000L))
                                        .n(4)
                                        .build(),
                                kpis.kpis().get(1)))));
        later.put(
                Documents.FINDINGS.name(),
                CanonicalJson.write(new FindingsDocument(kpis.header(), List.of(), List.of())));
        Publisher.publishFurther(
                home,
                TENANT,
                "a2",
                later,
                RunManifestBuilder.builder(Publisher.manifest(TENANT))
                        .runId(LATER)
                        .logicalDate(LocalDate.of(2026, 3, 6))
                        .build());
        published = true;
    }

    private CommandRun diff(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "diff";
        arguments[1] = "--tenant";
        arguments[2] = TENANT.value();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return home.start().run(arguments);
    }

    @Test
    void report_againstAnEarlierRun_beginsWithWhatMoved(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.html");

        CommandRun run =
                home.start().run("report", "--tenant", TENANT.value(), "--out", page.toString(), "--against", FIRST);

        assertThat(run.code()).as(run.err()).isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains("<li><a href=\"#moved\">What moved</a></li>")
                .containsPattern("<h2 id=\"moved-title\">What moved since 4\\hMar\\h2026</h2>")
                .contains("<p>1 of 2 figures moved, ")
                .contains("Compared with run <code>" + FIRST + "</code>.");
        assertThat(html.indexOf("id=\"moved\"")).isLessThan(html.indexOf("<section class=\"process\""));
    }

    @Test
    void report_againstARunThatIsNotThere_writesNothing(@TempDir Path folder) {
        Path page = folder.resolve("page.html");

        CommandRun run = home.start()
                .run("report", "--tenant", TENANT.value(), "--out", page.toString(), "--against", "2026-03-05");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("opsatc: Cannot compare runs of tenant compared: no run of the --against that you named is"
                        + " published; opsatc runs --tenant compared lists what can be read\n");
        assertThat(page).doesNotExist();
    }

    @Test
    void diff_withoutRuns_comparesTheCurrentWithTheOneBefore() {
        CommandRun run = diff();

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(
                        "compared · from run " + FIRST + " as of 2026-03-04 to run " + LATER + " as of 2026-03-06\n"
                                + "1 of 2 figures moved, 0 of them with intervals that do not overlap; findings: 2 gone;"
                                + " recommendations: the same.\n"
                                + "What they rest on differs: settings: 1 changed.\n\nFigures\n"
                                + "change   id                          from   to  difference  n from  n to  intervals  what\n"
                                + "changed  K-order-to-cash-cycle-time   2 h  5 h         3 h       3     4  overlap    Cycle time\n")
                .contains("\nSettings\n", "logical date  2026-03-04, then 2026-03-06")
                .doesNotContain("\u001b");
    }

    @Test
    void diff_runsOrDatesNamed_areThose() {
        CommandRun plain = diff();

        assertThat(diff("--from", FIRST, "--to", LATER)).isEqualTo(plain);
        assertThat(diff("--from", "2026-03-04", "--to", "2026-03-06")).isEqualTo(plain);
        assertThat(diff("--from", LATER, "--to", FIRST).out())
                .contains("figures moved", "findings: 2 new", "5 h  2 h        -3 h");
        assertThat(diff("--from", LATER).out())
                .contains("Nothing moved: both runs say the same, 2 figures, 0 findings");
    }

    @Test
    void diff_csv_isExactAndRecordedForBothRuns() throws Exception {
        long before = home.exports(new TenantId("compared")).size();

        CommandRun run = diff("--output", "csv");

        assertThat(run.out())
                .startsWith("part,change,process,id,from,to,difference,unit,n_from,n_to,intervals,what,note\n"
                        + "figures,changed,order-to-cash,K-order-to-cash-cycle-time,7200000000,18000000000,10800000000,us,3,4,"
                        + "overlap,Cycle time,\n");
        assertThat(home.exports(new TenantId("compared")).stream().skip(before))
                .hasSize(10)
                .allMatch(line -> line.contains(" table-export compared ") && line.endsWith(" csv"));
    }

    @Test
    void diff_json_isOneDocument() {
        CommandRun run = diff("--output", "json");

        assertThat(run.out()).hasLineCount(1);
        assertThat(CanonicalJson.tree(run.out().strip().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .path("differences")
                        .get(0)
                        .path("amounts")
                        .path("difference")
                        .longValue())
                .isEqualTo(10_800_000_000L);
    }

    @Test
    void diff_runThatIsNotThere_saysWhatToDo() {
        assertThat(diff("--from", "x").err())
                .isEqualTo(
                        "opsatc: Cannot compare runs of tenant compared: no run of the --from that you named is published;"
                                + " opsatc runs --tenant compared lists what can be read\n");
        assertThat(diff("--to", FIRST).err())
                .isEqualTo("opsatc: Cannot compare runs of tenant compared: none was published before run " + FIRST
                        + "; name another with --from, or run again once there is more to read\n");
        assertThat(diff("--to", "2026-02-31").code()).isEqualTo(2);
        assertThat(diff("--output", "arrow").err()).contains("this verb writes text, json or csv");
    }
}
