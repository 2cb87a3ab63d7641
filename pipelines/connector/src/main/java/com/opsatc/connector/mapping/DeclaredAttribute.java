package com.opsatc.connector.mapping;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * An attribute of objects that figures about them may be divided by; what is not declared divides nothing.
 *
 * <p>It is of what the work is about, and never of who does it. A figure of one team or site is one of its people, and a cell
 * may be shown only where at least ten of them stand behind it (the small-group guard); no extract tells how many do, and so
 * such an attribute is refused by its name. That is a tripwire: whoever declares an attribute answers for it.
 *
 * @param name in documents, unique among those of the connector
 * @param object type of the objects; of cases where a case is called so
 * @param attribute which of their attributes
 * @param known whether the value was there before the outcome
 */
public record DeclaredAttribute(String name, String object, String attribute, Known known, String description) {
    /** What organises work rather than being its object. */
    private static final Set<String> ORGANISATION = Set.of(
            "branch",
            "crew",
            "department",
            "depot",
            "desk",
            "division",
            "facility",
            "office",
            "organisation",
            "organization",
            "plant",
            "queue",
            "shift",
            "site",
            "squad",
            "team",
            "warehouse",
            "workcenter",
            "workplace",
            "workstation");
    /** Groups of people; others, as of materials, are things. */
    private static final Set<String> GROUPS = Set.of(
            "group",
            "assignment group",
            "planner group",
            "purchasing group",
            "resolver group",
            "sales group",
            "support group",
            "business unit");

    /** When the value of an attribute was known. */
    public enum Known {
        /** Before anything happened that a figure is about: as the order was placed, as the ticket was opened. */
        START,
        /** As the record stands at the extract: it may have been set, or changed, after the outcome. */
        LATEST
    }

    public DeclaredAttribute {
        requireNonNull(name, "name");
        requireNonNull(object, "object");
        requireNonNull(attribute, "attribute");
        requireNonNull(known, "known");
        requireNonNull(description, "description");
    }

    /** Whether it organises work as far as its name or that of the attribute tells: {@code sales-group}, {@code plant}. */
    public boolean organises() {
        return organises(name) || organises(attribute);
    }

    private static boolean organises(String name) {
        String words = name.replaceAll("[^a-z]+", " ").strip();
        String last = words.substring(words.lastIndexOf(' ') + 1);
        return GROUPS.contains(words)
                || ORGANISATION.contains(last)
                || last.endsWith("s") && ORGANISATION.contains(last.substring(0, last.length() - 1));
    }
}
