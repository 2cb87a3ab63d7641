package com.opsatc.connector.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import com.opsatc.connector.spec.Settings;
import java.util.List;
import java.util.Locale;

/**
 * What ends a case, so that open cases can be told from closed ones.
 *
 * @param activities any of them ends a case; empty when the extract does not tell
 * @param when {@code last-event} when absent
 */
public record Ends(List<String> activities, When when) {
    /** An extract that does not tell open cases from closed ones. */
    public static final Ends UNKNOWN = new Ends(List.of(), null);

    public Ends {
        activities = activities == null ? List.of() : List.copyOf(activities);
        when = when == null ? When.LAST_EVENT : when;
    }

    /** Whether open cases can be told from closed ones. */
    public boolean known() {
        return !activities.isEmpty();
    }

    public Ends with(Settings settings) {
        return new Ends(settings.names(activities), when);
    }

    /** Which event decides. */
    public enum When {
        /** A case is closed while its last event is an end: whatever follows opens it again. */
        LAST_EVENT,
        /** A case is closed once it has had an end, whatever follows. */
        REACHED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
