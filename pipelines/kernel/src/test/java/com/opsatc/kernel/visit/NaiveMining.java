package com.opsatc.kernel.visit;

import com.opsatc.kernel.figure.ActivityCounts;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.EventColumns;
import com.opsatc.kernel.log.EventRow;
import com.opsatc.kernel.statistics.Quantile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The definitions written down once more, as plainly as possible and with nothing shared with the visitor. */
final class NaiveMining {
    private final TestPass plan;
    private final List<List<EventRow>> cases;

    NaiveMining(ArrayLog log, TestPass plan) {
        this.plan = plan;
        Map<Long, List<EventRow>> byCase = new TreeMap<>();
        EventColumns columns = log.columns();
        for (int i = 0; i < columns.rows(); i++) {
            byCase.computeIfAbsent(columns.caseIds()[i], id -> new ArrayList<>())
                    .add(row(columns, i));
        }
        cases = List.copyOf(byCase.values());
    }

    private static EventRow row(EventColumns columns, int i) {
        long completeUs = columns.completesUs()[i];
        return new EventRow(
                columns.caseIds()[i],
                EventColumns.place(columns.positions()[i]),
                columns.positions()[i] < 0,
                columns.activities()[i],
                EventColumns.beginUs(columns.startsUs()[i], completeUs),
                completeUs);
    }

    Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        long events = cases.stream().mapToLong(List::size).sum();
        long rework = cases.stream()
                .filter(c -> sequence(c).size() > Set.copyOf(sequence(c)).size())
                .count();
        figures.put("log", cases.size() + " cases, " + events + " events, " + rework + " rework");
        List<Long> cycles = cases.stream().map(NaiveMining::cycleUs).toList();
        figures.put("cycle", durations(cycles) + sums(cases, c -> cycleUs(c), c -> lastUs(c)));
        for (int activity = 0; activity < plan.activities(); activity++) {
            figures.put("activity " + activity, activity(activity).toString());
        }
        variants(figures);
        edges(figures);
        return figures;
    }

    private ActivityCounts activity(int activity) {
        long[] counts = new long[6];
        for (List<EventRow> events : cases) {
            List<Integer> sequence = sequence(events);
            long loops = 0;
            long repetitions = 0;
            for (int i = 0; i < sequence.size(); i++) {
                if (sequence.get(i) != activity) {
                    continue;
                }

                counts[0]++;
                boolean loop = i > 0 && sequence.get(i - 1) == activity;
                boolean earlier = sequence.subList(0, i).contains(activity);
                loops += loop ? 1 : 0;
                repetitions += earlier && !loop ? 1 : 0;
            }
            counts[1] += sequence.get(0) == activity ? 1 : 0;
            counts[2] += sequence.get(sequence.size() - 1) == activity ? 1 : 0;
            counts[3] += loops;
            counts[4] += repetitions;
            counts[5] += loops + repetitions > 0 ? 1 : 0;
        }
        return new ActivityCounts(activity, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    private void variants(Map<String, String> figures) {
        Map<String, List<Long>> bySequence = new TreeMap<>();
        Map<String, List<Integer>> sequences = new TreeMap<>();
        for (List<EventRow> events : cases) {
            String text = sequence(events).toString();
            sequences.put(text, sequence(events));
            bySequence.computeIfAbsent(text, key -> new ArrayList<>()).add(cycleUs(events));
        }
        List<String> ordered = new ArrayList<>(bySequence.keySet());
        ordered.sort((a, b) -> {
            int count =
                    Integer.compare(bySequence.get(b).size(), bySequence.get(a).size());
            return count != 0 ? count : Arrays.compare(codes(sequences.get(a)), codes(sequences.get(b)));
        });
        for (int i = 0; i < ordered.size(); i++) {
            List<Long> cycles = bySequence.get(ordered.get(i));
            long sum = cycles.stream().mapToLong(Long::longValue).sum();
            figures.put("variant " + i, ordered.get(i) + " x" + cycles.size() + " " + sum);
        }
    }

    private void edges(Map<String, String> figures) {
        int place = 0;
        for (int from = 0; from < plan.activities(); from++) {
            for (int to = 0; to < plan.activities(); to++) {
                List<EventRow[]> pairs = pairs(from, to);
                if (!pairs.isEmpty()) {
                    figures.put("edge " + place++, edge(from, to, pairs));
                }
            }
        }
    }

    private List<EventRow[]> pairs(int from, int to) {
        List<EventRow[]> pairs = new ArrayList<>();
        for (List<EventRow> events : cases) {
            for (int i = 1; i < events.size(); i++) {
                if (events.get(i - 1).activity() == from && events.get(i).activity() == to) {
                    pairs.add(new EventRow[] {events.get(i - 1), events.get(i)});
                }
            }
        }
        return pairs;
    }

    private String edge(int from, int to, List<EventRow[]> pairs) {
        Set<Long> inCases = new HashSet<>();
        long overlaps = 0;
        long overlapUs = 0;
        long ties = 0;
        List<Long> gaps = new ArrayList<>();
        for (EventRow[] pair : pairs) {
            inCases.add(pair[0].caseId());
            long gap = pair[1].startUs() - pair[0].completeUs();
            overlaps += gap < 0 ? 1 : 0;
            overlapUs += gap < 0 ? -gap : 0;
            ties += pair[1].completeUs() == pair[0].completeUs() ? 1 : 0;
            gaps.add(Math.max(0, gap));
        }
        long target = Quantile.type7(array(gaps), 1, 4);
        long above = gaps.stream().mapToLong(gap -> Math.max(0, gap - target)).sum();
        return from + "->" + to + " cases " + inCases.size() + " overlap " + overlaps + "/" + overlapUs + " ties "
                + ties
                + " " + durations(gaps) + " Recoverable[targetUs=" + target + ", sumUs=" + above + "]"
                + sums(pairs, p -> Math.max(0, p[1].startUs() - p[0].completeUs()), p -> p[1].startUs());
    }

    private static String durations(List<Long> values) {
        if (values.isEmpty()) {
            return "none";
        }

        long[] all = array(values);
        long sum = Arrays.stream(all).sum();
        BigDecimal mean = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(all.length), 0, RoundingMode.HALF_EVEN);
        return all.length + " sum " + sum + " mean " + mean + " min " + Quantile.type7(all, 0, 1) + " p10 "
                + Quantile.type7(all, 1, 10) + " p50 " + Quantile.type7(all, 1, 2) + " p90 "
                + Quantile.type7(all, 9, 10) + " max " + Quantile.type7(all, 1, 1);
    }

    private <T> String sums(List<T> members, ToLongFunction<T> durationUs, ToLongFunction<T> atUs) {
        long[] starts = plan.periods().startsUs();
        long[][] sums = new long[3][starts.length];
        for (T member : members) {
            for (int i = starts.length - 1; i >= 0; i--) {
                if (atUs.applyAsLong(member) >= starts[i]) {
                    long x = Math.round(1000 * Math.log1p(durationUs.applyAsLong(member) / 1e6) / Math.log(2));
                    sums[0][i]++;
                    sums[1][i] += x;
                    sums[2][i] += x * x;
                    break;
                }
            }
        }
        return " periods " + Arrays.toString(sums[0]) + Arrays.toString(sums[1]) + Arrays.toString(sums[2]);
    }

    private static List<Integer> sequence(List<EventRow> events) {
        return events.stream().map(EventRow::activity).toList();
    }

    private static long lastUs(List<EventRow> events) {
        return events.stream().mapToLong(EventRow::completeUs).max().orElseThrow();
    }

    private static long cycleUs(List<EventRow> events) {
        return lastUs(events)
                - events.stream().mapToLong(EventRow::startUs).min().orElseThrow();
    }

    private static long[] array(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] codes(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
