package com.opsatc.kernel.measure.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.PingPong;
import com.opsatc.kernel.figure.PingPong.Example;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.EventColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PingPongMeasureTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aba, ''",
        "abab, ab 1 4",
        "xababa, ab 1 5",
        "ababcbc, ab 1 4; bc 1 4",
        "aabbaab, ''",
        "aababb, ab 1 4",
        "abbab, ''",
        "abacabab, ab 1 4",
        "ababxabab, ab 2 8",
        "ababbaba, ab 1 4; ba 1 4",
        "abcabc, ''"
    })
    void take_aCase_countsItsStretches(String activities, String expected) {
        List<String> found = measured(List.of(activities)).stream()
                .map(pair -> name(pair.first()) + name(pair.second()) + " " + pair.stretches() + " " + pair.events())
                .toList();

        assertThat(String.join("; ", found)).isEqualTo(expected);
    }

    /** Events of a case are 10 µs apart: the time goes from the second event of a stretch to its last one. */
    @Test
    void finish_severalCases_haveTimesAndTheExamplesOfTheLeastKeys() {
        assertThat(measured(List.of("abab", "xababa", "abababxabab", "ba", "abab")))
                .containsExactly(new PingPong(
                        0,
                        1,
                        5,
                        4,
                        23,
                        20 + 30 + 40 + 20 + 20,
                        List.of(new Example(0, 0), new Example(1, 1), new Example(2, 0))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void finish_randomCasesInAnyDivision_areWhatLookingAtEveryStretchGives(int seed) {
        Random random = new Random(seed);
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            StringBuilder one = new StringBuilder();
            for (int n = 1 + random.nextInt(14); n > 0; n--) {
                one.append((char) ('a' + random.nextInt(3)));
            }
            cases.add(one.toString());
        }

        List<PingPong> whole = measured(cases);
        assertThat(whole).isEqualTo(naive(cases));
        assertThat(divided(cases, random)).isEqualTo(whole);
    }

    private static List<PingPong> measured(List<String> cases) {
        PingPongMeasure measure = new PingPongMeasure();
        for (int i = 0; i < cases.size(); i++) {
            take(measure, cases.get(i), i);
        }
        return measure.finish();
    }

    private static List<PingPong> divided(List<String> cases, Random random) {
        PingPongMeasure[] parts = {new PingPongMeasure(), new PingPongMeasure(), new PingPongMeasure()};
        for (int i = 0; i < cases.size(); i++) {
            take(parts[random.nextInt(parts.length)], cases.get(i), i);
        }

        PingPongMeasure read = new PingPongMeasure();
        ByteSink sink = new ByteSink();
        parts[0].write(sink);
        ByteSource source = new ByteSource(sink.toBytes());
        read.read(source);
        source.requireEnd();
        parts[2].merge(read);
        parts[1].merge(parts[2]);
        return parts[1].finish();
    }

    private static void take(PingPongMeasure measure, String activities, long caseId) {
        ArrayLog.Builder builder = ArrayLog.builder();
        for (int i = 0; i < activities.length(); i++) {
            builder.add(caseId, activities.charAt(i) - 'a', 10L * i);
        }
        EventColumns columns = builder.build().columns();
        measure.take(columns, 0, columns.rows());
    }

    /** Every stretch of a case that cannot be made longer at either end. */
    private static List<PingPong> naive(List<String> cases) {
        TreeMap<List<Character>, long[]> sums = new TreeMap<>((a, b) -> (a.toString()).compareTo(b.toString()));
        TreeMap<List<Character>, TreeMap<Integer, Integer>> seen =
                new TreeMap<>((a, b) -> (a.toString()).compareTo(b.toString()));
        for (int number = 0; number < cases.size(); number++) {
            String text = cases.get(number);
            for (int from = 0; from < text.length(); from++) {
                for (int to = from + 4; to <= text.length(); to++) {
                    boolean longest = !alternates(text, from - 1, to) && !alternates(text, from, to + 1);
                    if (alternates(text, from, to) && longest) {
                        List<Character> pair = List.of(text.charAt(from), text.charAt(from + 1));
                        long[] sum = sums.computeIfAbsent(pair, unknown -> new long[3]);
                        sum[0]++;
                        sum[1] += to - from;
                        sum[2] += 10L * (to - 1 - (from + 1));
                        seen.computeIfAbsent(pair, unknown -> new TreeMap<>()).putIfAbsent(number, from);
                    }
                }
            }
        }

        List<PingPong> found = new ArrayList<>();
        sums.forEach((pair, sum) -> found.add(new PingPong(
                pair.get(0) - 'a',
                pair.get(1) - 'a',
                sum[0],
                new TreeSet<>(seen.get(pair).keySet()).size(),
                sum[1],
                sum[2],
                seen.get(pair).entrySet().stream()
                        .limit(3)
                        .map(each -> new Example(each.getKey(), each.getValue()))
                        .toList())));
        return found;
    }

    private static boolean alternates(String text, int from, int to) {
        if (from < 0 || to > text.length()) {
            return false;
        }

        for (int i = from + 1; i < to; i++) {
            if (text.charAt(i) == text.charAt(i - 1) || (i - from >= 2 && text.charAt(i) != text.charAt(i - 2))) {
                return false;
            }
        }
        return true;
    }

    private static String name(int code) {
        return Character.toString('a' + code);
    }
}
