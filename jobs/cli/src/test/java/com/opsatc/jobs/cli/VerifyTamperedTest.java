package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHome.Extension.class)
class VerifyTamperedTest {
    private final TestHome home;

    VerifyTamperedTest(TestHome home) {
        this.home = home;
    }

    private TenantId published(String name, Map<String, byte[]> documents) {
        TenantId tenant = new TenantId(name);
        Publisher.publish(home, tenant, documents);

        return tenant;
    }

    private CommandRun run(TenantId tenant, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--tenant";
        all[arguments.length + 1] = tenant.value();

        return home.start().run(all);
    }

    @Test
    void verify_replacedDocument_namesItAndEndsWith5() {
        TenantId tenant =
                published("tampered-document", new SamplePublication(new TenantId("tampered-document")).documents());
        Publisher.replace(home, tenant, Documents.REPORT.name(), "other".getBytes(StandardCharsets.UTF_8));

        CommandRun run = run(tenant, "verify");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out())
                .contains("✗ documents   15 of 16   ")
                .contains("    does not hold: report.html\n")
                .contains("✓ KPIs ");
        assertThat(run(tenant, "report", "--out", "never.html").code()).isEqualTo(5);
    }

    @Test
    void verify_replacedManifest_endsWith5() {
        TenantId tenant =
                published("tampered-manifest", new SamplePublication(new TenantId("tampered-manifest")).documents());
        Publisher.replace(home, tenant, "manifest.json", "{}".getBytes(StandardCharsets.UTF_8));

        CommandRun run = run(tenant, "verify");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err())
                .isEqualTo(
                        "opsatc: Cannot use what tenant tampered-manifest published: the manifest of head 1 is not the one"
                                + " the head names; restore the store, or run the tenant again\n");
        assertThat(run(tenant, "kpis").code()).isEqualTo(5);
        // The quality document still tells the files, one of which may have to be withdrawn before a run can heal this.
        assertThat(run(tenant, "file", "list").out()).contains("counted");
    }

    /** Signed and digested as it is: only computing the figure again shows that it does not follow from its rows. */
    @Test
    void verify_figureThatDoesNotFollowFromItsRows_namesIt() {
        Map<String, byte[]> documents = new SamplePublication(new TenantId("wrong-figure")).documents();
        String kpis = new String(documents.get(Documents.KPIS.name()), StandardCharsets.UTF_8);
        documents.put(
                Documents.KPIS.name(),
                kpis.replace("\"value\":7200000000", "\"value\":7200000001").getBytes(StandardCharsets.UTF_8));
        TenantId tenant = published("wrong-figure", documents);

        CommandRun run = run(tenant, "verify");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out())
                .contains("✗ KPIs        0 of 1   ")
                .contains("    does not hold: " + SamplePublication.KPI + "\n")
                .contains("✓ findings    2 of 2   ");
        CommandRun explained = run(tenant, "explain", SamplePublication.KPI);
        assertThat(explained.code()).isEqualTo(5);
        assertThat(explained.out()).contains("✗ mismatch");
    }

    @Test
    void verify_figureOfAMemberThatDoesNotFollowFromItsRows_namesIt() {
        Map<String, byte[]> documents = new SamplePublication(new TenantId("wrong-member")).documents();
        String findings = new String(documents.get(Documents.FINDINGS.name()), StandardCharsets.UTF_8);
        int member = findings.indexOf("\"id\":\"" + SamplePublication.MEMBER + "\"");
        String wrong = findings.substring(0, member)
                + findings.substring(member).replaceFirst("\"value\":18000000000", "\"value\":18000000001");
        documents.put(Documents.FINDINGS.name(), wrong.getBytes(StandardCharsets.UTF_8));

        CommandRun run = run(published("wrong-member", documents), "verify");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out())
                .contains("✗ findings    1 of 2   ")
                .contains("    does not hold: " + SamplePublication.MEMBER + "\n");
    }

    @Test
    void verify_countsThatDoNotReconcile_namesThem() {
        Map<String, byte[]> documents = new SamplePublication(new TenantId("wrong-counts")).documents();
        String quality = new String(documents.get(Documents.QUALITY.name()), StandardCharsets.UTF_8);
        documents.put(
                Documents.QUALITY.name(),
                quality.replace("\"rows\":2,", "\"rows\":1,").getBytes(StandardCharsets.UTF_8));
        TenantId tenant = published("wrong-counts", documents);

        assertThat(CanonicalJson.tree(documents.get(Documents.QUALITY.name()))).isNotNull();
        assertThat(run(tenant, "verify").out())
                .contains("✗ counts      4 of 5   ")
                .contains("    does not hold: quarantine reasons (2 in the manifest, 1 over the files)\n");
    }

    /** Signed and digested as it is: a transition that was taken once more than its activities were done. */
    @Test
    void verify_lawThatIsBroken_namesIt() {
        assertThat(laws("broken-law", Documents.EDGES.name(), "\"n\":3", "\"n\":4"))
                .contains("✗ laws        8 of 9   ")
                .contains("    does not hold: flow of order-to-cash\n");
    }

    @Test
    void verify_runOfABuildWithoutLaws_holdsThemAndSaysSo() {
        assertThat(laws("no-laws", Documents.QUALITY.name(), "\"laws\":\\[[^\\]]*\\],", ""))
                .contains("✓ laws        9 of 9   ")
                .contains("not stated by the release that published this run");
    }

    /** What verify says of a run one of whose documents was published otherwise. */
    private String laws(String name, String document, String pattern, String other) {
        Map<String, byte[]> documents = new SamplePublication(new TenantId(name)).documents();
        String text = new String(documents.get(document), StandardCharsets.UTF_8);
        String changed = text.replaceFirst(pattern, other);
        assertThat(changed).isNotEqualTo(text);
        documents.put(document, changed.getBytes(StandardCharsets.UTF_8));

        return run(published(name, documents), "verify").out();
    }
}
