package com.opsatc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opsatc.connector.calendar.HolidayPlace;
import com.opsatc.contract.error.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), yaml);
    }
}
