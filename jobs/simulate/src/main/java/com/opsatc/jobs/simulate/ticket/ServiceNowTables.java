package com.opsatc.jobs.simulate.ticket;

import com.opsatc.jobs.simulate.extract.ExportTable;
import com.opsatc.jobs.simulate.extract.ExportTable.BrokenRow;
import com.opsatc.jobs.simulate.ticket.Ticket.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tickets as ServiceNow's tables incident and sys_audit: instants {@code yyyy-MM-dd HH:mm:ss} in UTC. */
public final class ServiceNowTables {
    /** Stands in every column that names a person; it must never be read. */
    public static final String PERSON_CANARY = "canary-person-";

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int FIRST_NUMBER = 10_001;

    private final String hostileCategory;
    private final List<List<String>> incident = new ArrayList<>();
    private final List<List<String>> audit = new ArrayList<>();

    private ServiceNowTables(String hostileCategory) {
        this.hostileCategory = hostileCategory;
    }

    /** @param hostileCategory text that stands as the category of every 89th ticket */
    public static List<ExportTable> of(List<Ticket> tickets, String hostileCategory) {
        ServiceNowTables tables = new ServiceNowTables(hostileCategory);
        for (int i = 0; i < tickets.size(); i++) {
            tables.incident(i, tickets.get(i));
            tables.audit(i, tickets.get(i));
        }

        return tables.tables();
    }

    private List<ExportTable> tables() {
        List<String> noNumber = new ArrayList<>(incident.get(0));
        noNumber.set(0, "f".repeat(32));
        noNumber.set(1, "");
        List<String> badInstant = new ArrayList<>(incident.get(0));
        badInstant.set(0, "e".repeat(32));
        badInstant.set(1, "INC9999999");
        badInstant.set(2, "yesterday");
        List<String> badChange = List.of("incident", "e".repeat(32), "state", "1", "2", PERSON_CANARY + 1, "soon");
        return List.of(
                table(
                        "incident",
                        "sys_id,number,opened_at,sys_created_on,resolved_at,closed_at,state,priority,impact,urgency,category,"
                                + "contact_type,assignment_group,assigned_to,reassignment_count,reopen_count,"
                                + "business_duration,calendar_duration,sys_updated_on",
                        incident,
                        new BrokenRow(noNumber, "required", "number"),
                        new BrokenRow(badInstant, "type", "opened_at")),
                table(
                        "sys_audit",
                        "tablename,documentkey,fieldname,oldvalue,newvalue,user,sys_created_on",
                        audit,
                        new BrokenRow(badChange, "type", "sys_created_on")));
    }

    private static ExportTable table(String name, String columns, List<List<String>> rows, BrokenRow... broken) {
        return new ExportTable(name, List.of(columns.split(",", -1)), rows, List.of(broken));
    }

    private void incident(int index, Ticket ticket) {
        Instant updated = ticket.changes().isEmpty()
                ? ticket.opened()
                : ticket.changes().get(ticket.changes().size() - 1).at();
        long reopened = Math.max(
                0,
                ticket.changes().stream()
                                .filter(c -> c.to() == TicketState.RESOLVED)
                                .count()
                        - 1);
        // ServiceNow's own duration runs to the closing, not to the resolution: a reader that takes it is wrong.
        String duration = ticket.first(TicketState.CLOSED)
                .map(closed ->
                        Long.toString(Duration.between(ticket.opened(), closed).toSeconds()))
                .orElse("");
        incident.add(List.of(
                sysId(index),
                number(index),
                instant(ticket.opened()),
                instant(ticket.opened()),
                lastResolved(ticket),
                ticket.first(TicketState.CLOSED).map(ServiceNowTables::instant).orElse(""),
                Integer.toString(ticket.state().value()),
                Integer.toString(ticket.priority()),
                "3",
                "3",
                index % 89 == 3 ? hostileCategory : ticket.category(),
                "self-service",
                ticket.group(),
                PERSON_CANARY + index % 25,
                "0",
                Long.toString(reopened),
                duration,
                duration,
                instant(updated)));
    }

    private void audit(int index, Ticket ticket) {
        TicketState state = TicketState.NEW;
        for (Change change : ticket.changes()) {
            audit.add(row(
                    index,
                    "state",
                    Integer.toString(state.value()),
                    Integer.toString(change.to().value()),
                    change.at()));
            state = change.to();
            if (index % 7 == 0 && state == TicketState.IN_PROGRESS) {
                audit.add(row(index, "priority", "4", Integer.toString(ticket.priority()), change.at()));
            }
        }
    }

    private static List<String> row(int index, String field, String from, String to, Instant at) {
        return List.of("incident", sysId(index), field, from, to, PERSON_CANARY + index % 25, instant(at));
    }

    private static String lastResolved(Ticket ticket) {
        return ticket.changes().stream()
                .filter(change -> change.to() == TicketState.RESOLVED)
                .reduce((first, second) -> second)
                .map(change -> instant(change.at()))
                .orElse("");
    }

    private static String instant(Instant at) {
        return INSTANT.format(at);
    }

    private static String number(int index) {
        return String.format(Locale.ROOT, "INC%07d", FIRST_NUMBER + index);
    }

    private static String sysId(int index) {
        return String.format(Locale.ROOT, "%032x", 0xABC00000L + index);
    }
}
