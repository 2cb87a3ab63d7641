package com.opsatc.contract.quality;

import java.util.Map;
import java.util.TreeMap;

/**
 * A file {@code delivery.json} beside extract files: when they were delivered, for extracts whose names do not tell.
 *
 * @param delivered date, or date and time, of the files of its folder and the folders below; null when it tells nothing of
 *     them together
 * @param files the same of single files, by name as seen from its folder
 */
public record DeliveryNote(String delivered, Map<String, String> files) {
    public DeliveryNote {
        files = files == null ? Map.of() : Map.copyOf(new TreeMap<>(files));
    }
}
