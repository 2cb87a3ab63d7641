package com.opsatc.connector.spec;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which object types of an object-centric log are read. No person is a unit of analysis: a type whose name says that it
 * stands for people is read only where the tenant declares that it does not.
 *
 * @param leaveOut types whose objects are not read; their relations are counted and nothing of them is kept
 * @param nonPerson types that are no people, though their names say so, such as customers that are companies
 */
public record ObjectTypes(List<String> leaveOut, List<String> nonPerson) implements Serializable {
    /** Every type but those of people. */
    public static final ObjectTypes ALL = new ObjectTypes(List.of(), List.of());

    private static final long serialVersionUID = 1L;
    /** The head of a type's name, its last word, in the singular. */
    private static final Set<String> PEOPLE = Set.of(
            "agent",
            "ansprechpartner",
            "applicant",
            "approver",
            "assignee",
            "bearbeiter",
            "benutzer",
            "buyer",
            "candidate",
            "citizen",
            "clerk",
            "client",
            "cliente",
            "clinician",
            "colleague",
            "consultant",
            "consumer",
            "contact",
            "courier",
            "customer",
            "debtor",
            "doctor",
            "driver",
            "empleado",
            "employee",
            "employé",
            "engineer",
            "guest",
            "holder",
            "human",
            "individual",
            "kunde",
            "kunden",
            "manager",
            "member",
            "mitarbeiter",
            "mitarbeiterin",
            "nurse",
            "officer",
            "operator",
            "owner",
            "passenger",
            "patient",
            "people",
            "person",
            "personnel",
            "physician",
            "picker",
            "planner",
            "requester",
            "resident",
            "resource",
            "sachbearbeiter",
            "salarié",
            "salesperson",
            "staff",
            "student",
            "subscriber",
            "supervisor",
            "teacher",
            "technician",
            "user",
            "usuario",
            "utilisateur",
            "visitor",
            "worker",
            "workforce");

    public ObjectTypes {
        leaveOut = leaveOut == null ? List.of() : List.copyOf(leaveOut);
        nonPerson = nonPerson == null ? List.of() : List.copyOf(nonPerson);
    }

    /** Whether nothing of a type is read because the tenant says so. */
    public boolean leavesOut(String type) {
        return leaveOut.contains(type);
    }

    /** Whether a type stands for people as far as its name tells, and the tenant neither leaves it out nor says otherwise. */
    public boolean refuses(String type) {
        return !leaveOut.contains(type) && !nonPerson.contains(type) && isPeople(type);
    }

    /** {@code Employees} and {@code sales_person} are people, {@code Customer Order} is an order. */
    public static boolean isPeople(String type) {
        String[] words = type.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .strip()
                .split("[^\\p{L}]+");
        String head = "";
        for (String word : words) {
            head = word.isEmpty() || word.equals("id") ? head : word;
        }

        return PEOPLE.contains(head) || PEOPLE.contains(singular(head));
    }

    private static String singular(String word) {
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }

        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    ObjectTypes with(Settings settings) {
        return new ObjectTypes(settings.names(leaveOut), settings.names(nonPerson));
    }
}
