package com.opsatc.jobs.report.part;

import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The caveats of one process, so that each is said once: one that several tiles or cards have stands in a list, and they refer
 * to it by its number; one of a single tile or card stays on it.
 */
public final class SharedCaveats {
    private final String place;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /**
     * @param place what the anchors of the list begin with
     * @param all the caveats of each tile and card, in the order of the page
     */
    public SharedCaveats(String place, List<List<String>> all) {
        this.place = place;
        Map<String, Long> holders = new LinkedHashMap<>();
        all.forEach(each -> each.stream().distinct().forEach(caveat -> holders.merge(caveat, 1L, Long::sum)));
        holders.forEach((caveat, n) -> {
            if (n > 1) {
                numbers.put(caveat, numbers.size() + 1);
            }
        });
    }

    /** A caveat of the list. */
    public record Listed(String number, String anchor, String text) {}

    /** What a tile or card says itself, and what it refers to. */
    public record Noted(List<String> own, List<Listed> shared) {}

    public Noted noted(List<String> caveats) {
        List<String> own = new ArrayList<>();
        List<Listed> shared = new ArrayList<>();
        for (String caveat : caveats.stream().distinct().toList()) {
            if (numbers.containsKey(caveat)) {
                shared.add(listed(caveat));
            } else {
                own.add(Words.sentence(caveat));
            }
        }

        return new Noted(List.copyOf(own), List.copyOf(shared));
    }

    /** The list, by number. */
    public List<Listed> list() {
        return numbers.keySet().stream().map(this::listed).toList();
    }

    private Listed listed(String caveat) {
        int number = numbers.get(caveat);
        return new Listed(Integer.toString(number), place + "-" + number, Words.sentence(caveat));
    }
}
