package com.opsatc.connector.mapping;

import static java.util.Objects.requireNonNull;

import com.opsatc.connector.spec.Settings;

/**
 * Two dates or instants of an object, of which the later must not come before the earlier. Where one of them is a date,
 * days are compared. Where one is null nothing is said.
 *
 * @param earlier and {@code later}: expressions over the mapped stream and the streams joined to it
 */
public record DateOrder(String earlier, String later) {
    public DateOrder {
        requireNonNull(earlier, "earlier");
        requireNonNull(later, "later");
    }

    DateOrder with(Settings settings) {
        return new DateOrder(settings.expression(earlier), settings.expression(later));
    }
}
