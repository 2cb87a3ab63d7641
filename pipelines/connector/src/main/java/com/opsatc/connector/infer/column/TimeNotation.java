package com.opsatc.connector.infer.column;

import com.opsatc.connector.time.InstantValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a column writes its times.
 *
 * @param formats that read them, most of them by the first
 * @param otherOrder those that read them as well with day and month the other way round; empty when the texts decide
 * @param dateOnly none of the texts has a time of day
 */
public record TimeNotation(List<String> formats, List<String> otherOrder, boolean dateOnly) {
    private static final int MOST_FORMATS = 3;
    private static final int SAMPLE = 60;
    /** Texts that are no times in a column of times: what people typed in by hand. */
    private static final int TOLERATED = 20;

    private static final int WORTH_A_FORMAT = 100;

    public TimeNotation {
        formats = List.copyOf(formats);
        otherOrder = List.copyOf(otherOrder);
    }

    /**
     * The formats that read nearly all texts; empty when they are no times.
     *
     * @param named the header says that these are times: only then are bare numbers read as such
     * @param declared the order that somebody chose
     */
    public static Optional<TimeNotation> of(Set<String> texts, boolean named, Optional<DayMonthOrder> declared) {
        List<String> all = List.copyOf(new TreeSet<>(texts));
        List<TimeCandidate> candidates = candidates(all, named, declared);
        List<TimeCandidate> chosen = new ArrayList<>();
        List<String> left = all;
        while (!left.isEmpty() && chosen.size() < MOST_FORMATS) {
            TimeCandidate best = best(candidates, left);
            long read = best == null ? 0 : left.stream().filter(best::reads).count();
            if (read == 0 || read * WORTH_A_FORMAT < all.size()) {
                break;
            }

            chosen.add(best);
            left = left.stream().filter(text -> !best.reads(text)).toList();
            candidates = candidates.stream().filter(each -> each.agrees(best)).toList();
        }

        return chosen.isEmpty() || left.size() * TOLERATED > all.size()
                ? Optional.empty()
                : Optional.of(
                        declared.isEmpty()
                                ? found(chosen, all)
                                : found(chosen, all).settled());
    }

    /** The order that the texts decided. */
    public Optional<DayMonthOrder> decided() {
        return otherOrder.isEmpty()
                ? formats.stream()
                        .flatMap(format -> DayMonthOrder.of(format).stream())
                        .findFirst()
                : Optional.empty();
    }

    public boolean inDoubt() {
        return !otherOrder.isEmpty();
    }

    /** The formats of an order; where the texts decided, theirs. */
    public List<String> formats(DayMonthOrder order) {
        boolean asFormats = formats.stream()
                .flatMap(format -> DayMonthOrder.of(format).stream())
                .allMatch(order::equals);
        return otherOrder.isEmpty() || asFormats ? formats : otherOrder;
    }

    public TimeNotation in(DayMonthOrder order) {
        return new TimeNotation(formats(order), List.of(), dateOnly);
    }

    private TimeNotation settled() {
        return new TimeNotation(formats, List.of(), dateOnly);
    }

    private static List<TimeCandidate> candidates(List<String> all, boolean named, Optional<DayMonthOrder> declared) {
        Set<String> sample = new HashSet<>();
        for (int i = 0; i < SAMPLE && !all.isEmpty(); i++) {
            sample.add(all.get((int) ((long) i * all.size() / SAMPLE)));
        }

        long digits = sample.stream().filter(text -> text.matches(".*[0-9].*")).count();
        if (digits * TOLERATED < sample.size() * (TOLERATED - 1L)) {
            return List.of();
        }

        return TimeCandidate.all().stream()
                .filter(each -> named || !each.bareNumber())
                .filter(each -> each.order().isEmpty()
                        || declared.isEmpty()
                        || each.order().equals(declared))
                .filter(each -> sample.stream().anyMatch(each::reads))
                .toList();
    }

    /** The one that reads most, the first of equal ones. */
    private static TimeCandidate best(List<TimeCandidate> candidates, List<String> texts) {
        TimeCandidate best = null;
        long most = 0;
        for (TimeCandidate each : candidates) {
            long read = texts.stream().filter(each::reads).count();
            if (read == texts.size()) {
                return each;
            }
            if (read > most) {
                best = each;
                most = read;
            }
        }

        return best;
    }

    private static TimeNotation found(List<TimeCandidate> chosen, List<String> texts) {
        List<String> formats = chosen.stream().map(TimeCandidate::format).toList();
        List<String> other = formats.stream().map(DayMonthOrder::swapped).toList();
        boolean doubt = !other.equals(formats);
        boolean timed = false;
        for (String text : texts) {
            for (TimeCandidate each : chosen) {
                Optional<InstantValue> at = each.at(text);
                timed |= at.isPresent() && !at.get().dateOnly();
                doubt &= at.isEmpty()
                        || TimeCandidate.of(DayMonthOrder.swapped(each.format()))
                                .reads(text);
            }
        }

        return new TimeNotation(formats, doubt ? other : List.of(), !timed);
    }
}
