package com.opsatc.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is done about a tenant that was added wrongly, or is not wanted any more: settings, sources, files, all of it. */
@ExtendWith(TestHome.Extension.class)
class TenantCorrectionsTest {
    @TempDir
    private Path extracts;

    private final TestHome home;

    TenantCorrectionsTest(TestHome home) {
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
    void set_settingThatWasWrong_isReplacedAndShown() {
        assertThat(addLog("corrected", "yyyy/MM/dd HH:mm").code()).isZero();

        CommandRun again = addLog("corrected", "dd.MM.yyyy HH:mm");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .contains(
                        "change it with 'opsatc tenant set corrected --source-name generic-event-log --set KEY=VALUE'");

        assertThat(home.start()
                        .run(
                                "tenant",
                                "set",
                                "corrected",
                                "--set",
                                "format=dd.MM.yyyy HH:mm",
                                "--zone",
                                "Europe/Paris"))
                .isEqualTo(new CommandRun(
                        0,
                        "",
                        "Set. The next run counts with it, and reads again what was read otherwise: opsatc run --tenant"
                                + " corrected\n"));
        assertThat(home.start()
                        .run("source", "list", "--tenant", "corrected", "--output", "csv")
                        .out())
                .contains(",Europe/Paris,", "format=dd.MM.yyyy HH:mm");
        assertThat(home.start().run("tenant", "list").out().lines())
                .anyMatch(line -> line.matches("corrected +local +Europe/Paris .*"));
        assertThat(home.start().run("tenant", "show", "corrected").out())
                .contains("Changes", "source generic-event-log setting format", "dd.MM.yyyy HH:mm", "Europe/Paris");
    }

    private CommandRun addLog(String tenant, String format) {
        return add(
                tenant,
                "--connector",
                "generic/event-log",
                "--set",
                "case=id",
                "--set",
                "activity=a",
                "--set",
                "timestamp=t",
                "--set",
                "format=" + format);
    }

    @Test
    void set_whatCannotBeSet_isRefusedInWords() {
        add("unset", "--connector", "generic/xes");

        assertThat(home.start().run("tenant", "set", "unset").err())
                .isEqualTo(
                        "opsatc: Nothing to set: give --path, --zone, --set, --unset or --process; see 'opsatc tenant"
                                + " set --help'\n");
        assertThat(home.start()
                        .run("tenant", "set", "unset", "--set", "colour=red")
                        .err())
                .contains("unknown setting colour");
        assertThat(home.start()
                        .run("tenant", "set", "unset", "--source-name", "other", "--process", "p")
                        .err())
                .isEqualTo("opsatc: Cannot set a source of tenant unset: name one with --source-name; it has"
                        + " [generic-xes]\n");
        assertThat(home.start()
                        .run("tenant", "set", "unset", "--path", "/no/such")
                        .code())
                .isEqualTo(2);
        assertThat(home.start()
                        .run("tenant", "set", "unset", "--process", "No Name")
                        .err())
                .contains("Invalid name of a process");
    }

    @Test
    void remove_tenant_asksAndLeavesNothing() throws IOException {
        add("removed", "--connector", "generic/xes");
        Path declared = Files.writeString(home.home().resolve("conf/tenants/removed.yaml"), "tenant: removed\n");
        Path other = Files.writeString(home.home().resolve("conf/tenants/removed-not.yaml"), "tenant: removed-not\n");

        CommandRun unasked = home.start().run("tenant", "remove", "removed");
        assertThat(unasked.code()).isEqualTo(2);
        assertThat(unasked.err())
                .startsWith("opsatc: Nobody to ask whether to remove tenant removed for good: add --yes");
        CommandRun denied = home.start().typing("no\n").run("tenant", "remove", "removed");
        assertThat(denied.code()).isEqualTo(2);
        assertThat(denied.err()).endsWith("opsatc: Did not remove tenant removed: its name was not typed\n");
        assertThat(declared).exists();
        CommandRun removed = home.start().typing("removed\n").run("tenant", "remove", "removed");
        assertThat(removed.code()).isZero();
        assertThat(removed.err())
                .endsWith(
                        "Removed tenant removed with its key: what it published cannot be read again. What was declared"
                                + " for it in conf/tenants is gone as well.\n");
        assertThat(declared).doesNotExist();
        assertThat(other).exists();
        Files.delete(other);
        assertThat(home.start().run("tenant", "list").out()).doesNotContain("removed");
        assertThat(home.start().run("tenant", "remove", "removed", "--yes"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Cannot remove tenant removed: there is no such tenant; see `opsatc tenant list`\n"));
        assertThat(add("removed", "--connector", "generic/xes").code()).isZero();
    }

    @Test
    void sourceAdd_andRemove_changeWhatIsRead() {
        add("sources", "--connector", "generic/xes");

        CommandRun added = home.start()
                .run(
                        "source",
                        "add",
                        "--tenant",
                        "sources",
                        "--connector",
                        "bpi/incidents",
                        "--source",
                        extracts.toString());
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(home.start()
                        .run("source", "remove", "generic-xes", "--tenant", "sources")
                        .err())
                .isEqualTo("Removed source generic-xes. The next run counts without it: opsatc run --tenant sources\n");
        assertThat(home.start().run("source", "list", "--tenant", "sources").out())
                .contains("bpi-incidents")
                .doesNotContain("generic-xes");
        assertThat(home.start()
                        .run("source", "remove", "generic-xes", "--tenant", "sources")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void file_unknownName_saysWhereTheyAreListed() {
        add("no-files", "--connector", "generic/xes");

        assertThat(home.start().run("file", "withdraw", "a.csv", "--tenant", "no-files"))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "opsatc: Tenant no-files has no such file; 'opsatc file list --tenant no-files' lists them\n"));
        assertThat(home.start().run("file", "withdraw", "--tenant", "no-files").err())
                .startsWith("opsatc: Nothing to withdraw: name a file, or give --gone");
        assertThat(home.start().run("file", "list", "--tenant", "no-files").code())
                .isZero();
    }
}
