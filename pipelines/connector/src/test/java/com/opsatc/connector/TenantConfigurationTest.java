package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.calendar.HolidayPlace;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.value.Channel;
import com.opsatc.contract.value.MoneyEstimate;
import com.opsatc.contract.value.ShareEstimate;
import com.opsatc.contract.value.ValueRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void load_targetsAndScope_areByProcess() throws IOException {
        Path file = write("""
                tenant: acme
                processes:
                  care:
                    duration-floor: 15min
                    waits:
                      - {from: Triage, to: Ward, target: 4h}
                      - {from: Discharge, to: Return, out-of-scope: the patient is at home}
                """);

        FindingScope care = TenantConfiguration.load(file, "acme").processes().get("care");

        assertThat(care.floorUs()).hasValue(900_000_000L);
        assertThat(care.waits())
                .containsExactly(
                        new Wait("Triage", "Ward", "4h", null),
                        new Wait("Discharge", "Return", null, "the patient is at home"));
        assertThat(care.waits().get(0).targetUs()).isEqualTo(14_400_000_000L);
    }

    @Test
    void load_noFile_declaresNothing() {
        assertThat(TenantConfiguration.load(folder.resolve("none.yaml"), "acme").processes())
                .isEmpty();
    }

    @Test
    void load_fileOfAnotherTenant_fails() throws IOException {
        Path file = write("tenant: other\nprocesses: {}\n");

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .isInstanceOf(PipelineException.class)
                .hasMessage(
                        "Cannot use the configuration of tenant acme: conf/tenants/acme.yaml: tenant must be acme, as the"
                                + " file is named");
    }

    @Test
    void load_waitDeclaredTwice_fails() throws IOException {
        Path file = write("""
                tenant: acme
                processes:
                  care:
                    waits:
                      - {from: A, to: B, target: 4h}
                      - {from: A, to: B, target: 5h}
                """);

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .hasMessageContaining("conf/tenants/acme.yaml: Invalid scope: a wait is declared twice");
    }

    @Test
    void load_neitherTargetNorScope_fails() throws IOException {
        Path file = write("""
                tenant: acme
                processes:
                  care:
                    waits:
                      - {from: A, to: B}
                """);

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .hasMessageStartingWith("Cannot use the configuration of tenant acme: conf/tenants/acme.yaml"
                        + "/processes/care/waits/0: oneOf");
    }

    @Test
    void load_calendars_areTheDefaultAndThoseOfProcesses() throws IOException {
        Path file = write("""
                tenant: acme
                calendars:
                  office:
                    zone: Europe/Berlin
                    shifts: {mon-fri: ["08:00-12:00", "13:00-17:00"]}
                    holidays: {country: DE, region: by}
                    exceptions: {2026-12-24: ["08:00-12:00"]}
                    changes: [{from: 2026-07-01, shifts: {mon-thu: ["08:00-18:00"]}}]
                  plant:
                    shifts: {mon-sun: ["00:00-24:00"]}
                calendar: office
                process-calendars: {repair: plant}
                """);

        TenantConfiguration loaded = TenantConfiguration.load(file, "acme");

        assertThat(loaded.calendarOf("repair")).contains("plant");
        assertThat(loaded.calendarOf("order-to-cash")).contains("office");
        assertThat(loaded.calendars().get("office").holidays()).isEqualTo(new HolidayPlace("DE", "by"));
        assertThat(loaded.calendars().get("office").ownDays()).containsOnlyKeys(LocalDate.of(2026, 12, 24));
        assertThat(loaded.isEmpty()).isFalse();
        assertThat(TenantConfiguration.load(folder.resolve("none.yaml"), "acme").isEmpty())
                .isTrue();
    }

    @Test
    void load_calendarsWithFaults_areAllNamedWithWhatMayBeMeant() throws IOException {
        Path file = write("""
                tenant: acme
                calendars:
                  office:
                    shifts: {mo: ["08:00-12:00"]}
                    holidays: {country: DE, region: by}
                calendar: offce
                process-calendars: {repair: plant}
                """);

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .hasMessage(
                        "Cannot use the configuration of tenant acme: conf/tenants/acme.yaml/calendars/office/shifts: days are"
                                + " [mon, tue, wed, thu, fri, sat, sun], or a range as mon-fri; did you mean mon?;"
                                + " conf/tenants/acme.yaml/calendar: no calendar of that name is declared; did you mean"
                                + " office?; there are [office]; conf/tenants/acme.yaml/process-calendars/repair: no"
                                + " calendar of that name is declared; there are [office]");
    }

    @Test
    void load_misspeltKeyOfACalendar_namesTheNearestOne() throws IOException {
        Path file = write("""
                tenant: acme
                calendars: {office: {shifts: {mon: []}, holiday: {country: DE}}}
                """);

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .hasMessageContaining("unknown property holiday, did you mean holidays?");
    }

    @Test
    void load_valueRates_areByProcessWithDateVersionAndSource() throws IOException {
        TenantConfiguration loaded = TenantConfiguration.load(write("""
                tenant: acme
                value-rates:
                  order-to-cash:
                    - channel: working-capital
                      currency: EUR
                      amount: {low: 100, likely: 150, high: 200}
                      share: {low: 0.3, likely: 0.5, high: 1}
                      from: 2026-01-01
                      version: 2
                      source: Note on the cost of capital, 7 January
                      stated-by: treasury
                """), "acme");

        assertThat(loaded.valueRates().get("order-to-cash"))
                .containsExactly(new ValueRate(
                        Channel.WORKING_CAPITAL,
                        "EUR",
                        new MoneyEstimate(100, 150, 200),
                        new ShareEstimate(new BigDecimal("0.3"), new BigDecimal("0.5"), BigDecimal.ONE),
                        LocalDate.of(2026, 1, 1),
                        2,
                        "Note on the cost of capital, 7 January",
                        "treasury"));
        assertThat(loaded.isEmpty()).isFalse();
    }

    @Test
    void load_valueRatesWhoseVersionsDoNotFollowEachOther_areAllNamed() throws IOException {
        Path file = write("""
                tenant: acme
                value-rates:
                  p:
                    - {channel: labour, currency: EUR, amount: {low: 1, likely: 1, high: 1}, share: {low: 1, likely: 1, high: 1},
                       from: 2026-01-01, version: 1, source: s, stated-by: finance}
                    - {channel: labour, currency: EUR, amount: {low: 2, likely: 2, high: 2}, share: {low: 1, likely: 1, high: 1},
                       from: 2026-01-01, version: 2, source: s, stated-by: finance}
                    - {channel: penalties, currency: EUR, amount: {low: 2, likely: 2, high: 2}, share: {low: 1, likely: 1, high: 1},
                       from: 2026-01-01, version: 1, source: s, stated-by: sales}
                    - {channel: penalties, currency: USD, amount: {low: 2, likely: 2, high: 2}, share: {low: 1, likely: 1, high: 1},
                       from: 2026-02-01, version: 1, source: s, stated-by: sales}
                """);

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .hasMessage(
                        "Cannot use the configuration of tenant acme: conf/tenants/acme.yaml/value-rates/p: version 2 of"
                                + " channel labour must hold from a later day than version 1;"
                                + " conf/tenants/acme.yaml/value-rates/p: channel penalties has version 1 twice: give what holds"
                                + " from another day a version of its own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "currency: EUR | currency: ABC | Invalid rate of channel labour: its currency is none of ISO 4217",
                "currency: EUR | currency: XAU | Invalid rate of channel labour: its currency is none of ISO 4217",
                "2026-01-01 | 2026-02-30 | a date is none of the calendar; write it as 2026-12-24",
                "low: 1, likely: 2, high: 3 | low: 3, likely: 2, high: 3 | Invalid amount: low, likely and high are not"
                        + " negative, and each is no less than the one before",
                "low: 0.5 | low: 0.50001 | Invalid share: low, likely and high are between 0 and 1, with at most 4"
                        + " decimals, and each is no less than the one before",
                "channel: labour | channel: seats | /value-rates/p/0/channel: enum: expected",
            })
    void load_valueRateWithAFault_saysWhich(String right, String wrong, String message) throws IOException {
        String text = """
                tenant: acme
                value-rates:
                  p:
                    - {channel: labour, currency: EUR, amount: {low: 1, likely: 2, high: 3}, share: {low: 0.5, likely: 1, high: 1},
                       from: 2026-01-01, version: 1, source: s, stated-by: finance}
                """;
        assertThat(TenantConfiguration.load(write(text), "acme").valueRates()).containsKey("p");
        Path file = write(text.replace(right, wrong));

        assertThatThrownBy(() -> TenantConfiguration.load(file, "acme"))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining(message);
    }

    @Test
    void load_leversDone_areByProcessAndOfAStepOneAtMost() throws IOException {
        String text = """
                tenant: acme
                levers-done:
                  p:
                    - {lever: hold-the-target, from: A, to: B, since: 2026-02-02, source: Minutes, stated-by: operations}
                    - {lever: hold-the-target, from: B, to: C, since: 2026-02-02, source: Minutes, stated-by: operations}
                """;

        assertThat(TenantConfiguration.load(write(text), "acme").leversDone().get("p"))
                .hasSize(2)
                .startsWith(
                        new LeverDone("hold-the-target", "A", "B", LocalDate.of(2026, 2, 2), "Minutes", "operations"));
        Path twice = write(text.replace("from: B, to: C", "from: A, to: B"));
        assertThatThrownBy(() -> TenantConfiguration.load(twice, "acme"))
                .hasMessageEndingWith(
                        "/levers-done/p: the step of lever hold-the-target is declared before: what two levers did"
                                + " to one step cannot be told apart");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), yaml);
    }
}
