package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.json.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestHome.Extension.class)
class TenantCommandsTest {
    private static final String ACTOR = System.getProperty("user.name");

    @TempDir
    private Path extracts;

    private final TestHome home;

    TenantCommandsTest(TestHome home) {
        this.home = home;
    }

    @BeforeEach
    void writeExtract() throws IOException {
        Files.writeString(extracts.resolve("log.xes"), "<log/>");
    }

    private CommandRun add(String tenant, String... more) {
        String[] first = {"tenant", "add", tenant, "--source", extracts.toString()};
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);

        return home.start().run(all);
    }

    @Test
    void add_newTenant_isListedAndShown() {
        CommandRun added = add("list-me", "--connector", "generic/xes", "--zone", "Europe/Berlin");

        assertThat(added)
                .isEqualTo(new CommandRun(
                        0,
                        "",
                        "Tenant list-me reads " + extracts + " with generic/xes. Next: opsatc run --tenant list-me\n"));
        assertThat(home.start().run("tenant", "list").out().lines())
                .anyMatch(line -> line.matches("list-me +local +Europe/Berlin +on +2026-03-04T05:06:07Z"));
        CommandRun shown = home.start().run("tenant", "show", "list-me", "--output", "json");
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .isEqualTo("{\"changes\":[{\"actor\":{\"name\":\"" + ACTOR + "\"},\"after\":\"generic/xes\",\"at\":"
                        + "\"2026-03-04T05:06:07Z\",\"what\":\"source generic-xes\"}],\"publishing\":true,\"region\":\"local\",\"sources\":[{\"connector\":\"generic/xes\",\"path\":\""
                        + extracts
                        + "\",\"settings\":{},\"source\":\"generic-xes\",\"zone\":\"Europe/Berlin\"}],"
                        + "\"tenant\":\"list-me\",\"zone\":\"Europe/Berlin\"}\n");
    }

    @Test
    void add_zoneThatTheConnectorHasNoUseFor_saysSo() {
        String unmoved = " --zone moves none of its events: every time in its files has a zone of its own.";

        assertThat(add("zone-of-its-own", "--connector", "servicenow/incident", "--zone", "Europe/Berlin")
                        .err())
                .isEqualTo("Tenant zone-of-its-own reads " + extracts + " with servicenow/incident." + unmoved
                        + " Next: opsatc run --tenant zone-of-its-own\n");
        assertThat(add("zone-not-given", "--connector", "servicenow/incident").err())
                .doesNotContain("--zone");
        assertThat(add("zone-of-times", "--connector", "generic/xes", "--zone", "Europe/Berlin")
                        .err())
                .doesNotContain("--zone moves");
    }

    @Test
    void add_secondSourceOfTheSameProcess_saysThatTheyJoin() throws IOException {
        add("joined", "--connector", "generic/xes");

        assertThat(add("joined", "--connector", "generic/xes", "--source-name", "more")
                        .err())
                .isEqualTo("Tenant joined reads " + extracts
                        + " with generic/xes. Its rows join those of source generic-xes"
                        + " in process xes; --process NAME would give it figures of its own. Next: opsatc run --tenant"
                        + " joined\n");
        assertThat(add("joined", "--connector", "generic/xes", "--source-name", "own", "--process", "returns")
                        .err())
                .doesNotContain("join those");
        CommandRun mixed = add("joined", "--connector", "bpi/incidents", "--process", "xes");
        assertThat(mixed.code()).isEqualTo(2);
        assertThat(mixed.err())
                .isEqualTo("opsatc: Cannot add source bpi-incidents: source generic-xes is of process xes too, but of"
                        + " connector generic/xes; give this one figures of its own with --process NAME\n");
        assertThat(home.start()
                        .run("source", "list", "--tenant", "joined", "--output", "csv")
                        .out())
                .isEqualTo("source,connector,process,zone,path,settings\n"
                        + "generic-xes,generic/xes,xes,UTC," + extracts + ",\n"
                        + "more,generic/xes,xes,UTC," + extracts + ",\n"
                        + "own,generic/xes,returns,UTC," + extracts + ",\n");
    }

    @Test
    void switch_offAndOnAgain_isShown() {
        add("switched", "--connector", "generic/xes");

        assertThat(home.start().run("tenant", "switch", "switched", "off"))
                .isEqualTo(new CommandRun(
                        0,
                        "",
                        "Tenant switched publishes nothing: runs are refused, one under way will not publish, and the"
                                + " service answers as if there were no such tenant.\n"));
        assertThat(publishing("switched")).isFalse();
        assertThat(home.start().run("tenant", "list").out().lines())
                .anyMatch(line -> line.matches("switched +local +UTC +switched off .*"));
        assertThat(home.start().run("tenant", "switch", "switched", "on"))
                .isEqualTo(new CommandRun(
                        0, "", "Tenant switched publishes. Runs that were refused meanwhile must run again.\n"));
        assertThat(publishing("switched")).isTrue();
    }

    @Test
    void switch_unknownState_isRefusedAndTurnsNothing() {
        add("unturned", "--connector", "generic/xes");

        CommandRun turned = home.start().run("tenant", "switch", "unturned", "maybe");

        assertThat(turned.code()).isEqualTo(2);
        assertThat(turned.err()).contains("Invalid value for positional parameter at index 1 (STATE)");
        assertThat(publishing("unturned")).isTrue();
    }

    private boolean publishing(String tenant) {
        return home.start()
                .run("tenant", "show", tenant, "--output", "json")
                .out()
                .contains("\"publishing\":true");
    }

    @Test
    void add_secondConnector_addsASourceAndKeepsTheTenantsZone() {
        add("two-sources", "--connector", "generic/xes", "--zone", "Europe/Berlin");
        CommandRun second = add(
                "two-sources",
                "--connector",
                "generic/event-log",
                "--zone",
                "Asia/Tokyo",
                "--set",
                "case=id",
                "--set",
                "activity=a",
                "--set",
                "timestamp=t");

        assertThat(second.code()).isZero();
        CommandRun shown = home.start().run("tenant", "show", "two-sources", "--output", "csv");
        assertThat(shown.out())
                .isEqualTo("tenant,source,connector,zone,path,settings,published_run\n"
                        + "two-sources,generic-event-log,generic/event-log,Asia/Tokyo," + extracts
                        + ",activity=a case=id timestamp=t,none yet\n"
                        + "two-sources,generic-xes,generic/xes,Europe/Berlin," + extracts + ",,none yet\n");
        assertThat(home.start().run("tenant", "list").out().lines())
                .anyMatch(line -> line.matches("two-sources +local +Europe/Berlin .*"));
    }

    @Test
    void add_unknownConnector_namesTheNearest() {
        CommandRun added = add("never", "--connector", "generic/xse");

        assertThat(added.code()).isEqualTo(2);
        assertThat(added.err())
                .startsWith(
                        "opsatc: No connector generic/xse; did you mean generic/xes or generic/ocel?; the connectors are"
                                + " [");
    }

    @Test
    void add_unknownSetting_namesTheNearestAndWhatIsMissing() {
        CommandRun added =
                add("never", "--connector", "generic/event-log", "--set", "timestmp=t", "--set", "activity=a");

        assertThat(added.code()).isEqualTo(2);
        assertThat(added.err())
                .startsWith(
                        "opsatc: Cannot use connector generic/event-log: unknown setting timestmp; did you mean timestamp?; setting"
                                + " case is missing (Column that names the case.); setting timestamp is missing (");
    }

    @Test
    void add_unknownZone_isRefused() {
        assertThat(add("never", "--connector", "generic/xes", "--zone", "Mars/Phobos"))
                .isEqualTo(new CommandRun(
                        2, "", "opsatc: Unknown zone 'Mars/Phobos'; use an IANA name such as Europe/Berlin or UTC\n"));
    }

    @Test
    void add_missingSource_isRefusedAndAddsNothing() {
        CommandRun added =
                home.start().run("tenant", "add", "never", "--connector", "generic/xes", "--source", "no/such/folder");

        assertThat(added.code()).isEqualTo(2);
        assertThat(added.err()).startsWith("opsatc: ").contains("no/such/folder");
        home.open().close(); // or there would be no home to look in
        assertThat(home.start().run("tenant", "show", "never"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot open tenant never: there is no such tenant; see `opsatc tenant list`\n"));
    }

    @Test
    void add_illegalName_isAUsageError() {
        assertThat(add("../x", "--connector", "generic/xes").err())
                .contains("use 2 to 63 characters of a-z, 0-9 and '-'")
                .doesNotContain("/x'");
    }

    @Test
    void list_json_isOneDocumentAlone() {
        add("in-json", "--connector", "generic/xes");
        CommandRun listed = home.start().run("tenant", "list", "--output", "json");

        assertThat(listed.err()).isEmpty();
        assertThat(listed.out()).hasLineCount(1);
        assertThat(CanonicalJson.tree(listed.out().getBytes(StandardCharsets.UTF_8)))
                .anyMatch(each -> each.get("tenant").asText().equals("in-json"));
    }

    @Test
    void list_arrow_isRefused() {
        assertThat(home.start().run("tenant", "list", "--output", "arrow").err())
                .isEqualTo(
                        "opsatc: Invalid value for option '--output': this verb writes text, json or csv; see 'opsatc"
                                + " tenant list --help'\n");
    }

    @Test
    void list_noHome_saysHowToBegin(@TempDir Path empty) {
        assertThat(CommandRun.in(empty).run("tenant", "list"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot find the home " + empty.toAbsolutePath()
                                + "/.opsatc: nothing is there; name it with --home or OPSATC_HOME, or begin with opsatc"
                                + " tenant add\n"));
    }

    @Test
    void list_onAScreen_usesColourUnlessNoColorIsSet() {
        add("coloured", "--connector", "generic/xes");

        assertThat(home.start().onScreen().run("tenant", "list").out()).contains("\u001b[");
        assertThat(home.start()
                        .onScreen()
                        .with("NO_COLOR", "1")
                        .run("tenant", "list")
                        .out())
                .doesNotContain("\u001b[");
        assertThat(home.start().onScreen().run("tenant", "list", "--no-color").out())
                .doesNotContain("\u001b[");
    }
}
