package com.opsatc.connector.calendar;

import java.util.List;

/** {@code ; did you mean Europe/Berlin?}, or nothing. */
final class Meant {
    private Meant() {}

    static String of(List<String> near) {
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
