package com.opsatc.kernel.measure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.calendar.DurationClock;
import com.opsatc.kernel.calendar.LocalDays;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.measure.rule.NaiveRules.Judged;
import com.opsatc.kernel.visit.CasePass;
import com.opsatc.kernel.visit.CaseVisitor;
import com.opsatc.kernel.visit.PassState;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters are activities; z ends a case. In the tables, events are an hour apart from 01:00 on, and an upper-case one has the day's first instant. */
class RuleMeasureTest {
    private static final long HOUR_US = 3_600_000_000L;
    private static final int LISTED = 7;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "aba, kp",
        "aaab, kkk",
        "abaz, kb",
        "acccb, b",
        "accb, k",
        "acccc, b",
        "accc, p",
        "Ba, p",
        "Baz, u",
        "baz, b",
        "Bacccb, u",
        "cc, ''"
    })
    void response_within3Hours_judgesEachFirst(String events, String expected) {
        assertThat(judged(
                        events,
                        new Response(codes("a"), codes("b"), new Deadline.Elapsed(3 * HOUR_US, DurationClock.WALL))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ab, k", "acb, b", "acbz, b", "a, p", "az, b", "aab, kb", "Acb, u", "abab, kk"})
    void chainResponse_judgesEachFirst(String events, String expected) {
        assertThat(judged(events, new ChainResponse(codes("a"), codes("b")))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ab, k", "ba, b", "Ba, u", "Bca, u", "bab, kb", "acb, k", "b, b", "a, ''"})
    void precedence_judgesEachSecond(String events, String expected) {
        assertThat(judged(events, new Precedence(codes("a"), codes("b")))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} at least {1}, at most {2}: {3}")
    @CsvSource({"aa, 2, 9, k", "a, 2, 9, p", "az, 2, 9, b", "aaa, 0, 2, b", "aaaz, 0, 3, k", "c, 0, 0, k", "ca, 0, 0, b"
    })
    void occurrence_judgesTheCase(String events, int least, int most, String expected) {
        assertThat(judged(events, new Occurrence(codes("a"), least, most))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ab, b", "ba, b", "aaz, k", "c, ''", "b, k"})
    void notTogether_judgesTheCase(String events, String expected) {
        assertThat(judged(events, new NotTogether(codes("a"), codes("b")))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void finish_randomCasesInAnyDivision_areWhatComparingEveryPairGives(int seed) {
        Random random = new Random(seed);
        List<RandomCase> cases = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            cases.add(RandomCase.of(random));
        }

        long untilUs = 6 * NaiveRules.DAY_US;
        boolean reached = seed % 2 == 0;
        long limitUs = 20 * HOUR_US;
        List<CaseRule> rules = List.of(
                new Response(codes("ab"), codes("c"), new Deadline.Elapsed(limitUs, DurationClock.WALL)),
                new Response(codes("a"), codes("a"), Deadline.NONE),
                new ChainResponse(codes("a"), codes("bc")),
                new Precedence(codes("ac"), codes("d")),
                new Occurrence(codes("b"), 1, 2),
                new NotTogether(codes("a"), codes("d")));
        List<Function<NaiveRules, List<Judged>>> naive = List.of(
                one -> one.response("ab", "c", limitUs),
                one -> one.response("a", "a", 0),
                one -> one.chainResponse("a", "bc"),
                one -> one.precedence("ac", "d"),
                one -> one.occurrence("b", 1, 2),
                one -> one.notTogether("a", "d"));

        List<RuleCounts> found = divided(cases, rules, known(untilUs, reached), random);

        for (int rule = 0; rule < rules.size(); rule++) {
            List<List<Judged>> expected = new ArrayList<>();
            for (RandomCase one : cases) {
                boolean closed =
                        reached ? one.codes().contains("z") : one.codes().endsWith("z");
                expected.add(naive.get(rule).apply(new NaiveRules(one.codes(), one.us(), closed, untilUs)));
            }
            assertThat(text(found.get(rule))).as(rules.get(rule).toString()).isEqualTo(expectedText(expected));
        }
    }

    /** Everything of a rule, as text, so that a difference is readable. */
    private static String text(RuleCounts counts) {
        return String.join(
                " ",
                "cases",
                counts.cases() + "/" + counts.testedCases() + "/" + counts.brokenCases() + "/" + counts.keptCases(),
                "activations",
                Long.toString(counts.activations()),
                "k" + counts.kept() + " b" + counts.broken() + " p" + counts.pending() + " u" + counts.undecided(),
                "late",
                counts.late() + "=" + counts.overruns().n() + " sum "
                        + counts.overruns().totalUs(),
                "missing",
                Long.toString(counts.missing()),
                counts.worst().toString());
    }

    private static String expectedText(List<List<Judged>> cases) {
        List<Judged> all = cases.stream().flatMap(List::stream).toList();
        List<Breach> worst = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            long key = i;
            cases.get(i).stream()
                    .filter(one -> one.what() == 'b')
                    .forEach(one -> worst.add(new Breach(key, one.position(), one.by(), one.overrunUs())));
        }
        Collections.sort(worst, Breach.WORST_FIRST);
        List<Judged> late = all.stream()
                .filter(one -> one.what() == 'b' && one.by() >= 0 && one.overrunUs() > 0)
                .toList();
        return String.join(
                " ",
                "cases",
                cases.size() + "/"
                        + cases.stream().filter(one -> !one.isEmpty()).count() + "/"
                        + cases.stream().filter(one -> has(one, "b")).count() + "/"
                        + cases.stream()
                                .filter(one -> !one.isEmpty() && !has(one, "bpu"))
                                .count(),
                "activations",
                Integer.toString(all.size()),
                "k" + count(all, 'k') + " b" + count(all, 'b') + " p" + count(all, 'p') + " u" + count(all, 'u'),
                "late",
                late.size() + "=" + late.size() + " sum "
                        + late.stream().mapToLong(Judged::overrunUs).sum(),
                "missing",
                Long.toString(all.stream()
                        .filter(one -> one.what() == 'b' && one.by() < 0)
                        .count()),
                worst.subList(0, Math.min(LISTED, worst.size())).toString());
    }

    private static boolean has(List<Judged> one, String any) {
        return one.stream().anyMatch(each -> any.indexOf(each.what()) >= 0);
    }

    private static long count(List<Judged> all, char what) {
        return all.stream().filter(one -> one.what() == what).count();
    }

    /** By visitors that see the log in pieces cut anywhere, states written and read on the way. */
    private static List<RuleCounts> divided(
            List<RandomCase> cases, List<CaseRule> rules, KnownCases known, Random random) {
        ArrayLog.Builder builder = ArrayLog.builder();
        for (int i = 0; i < cases.size(); i++) {
            for (int event = 0; event < cases.get(i).codes().length(); event++) {
                builder.add(
                        i,
                        cases.get(i).codes().charAt(event) - 'a',
                        cases.get(i).us()[event]);
            }
        }
        ArrayLog log = builder.build();
        CasePass pass = new CasePass(26);
        CasePass.Slot<List<RuleCounts>> slot = pass.add(RuleMeasure.of(rules, known, LISTED));
        List<PassState> states = new ArrayList<>();
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + 1 + random.nextInt(120));
            CaseVisitor visitor = new CaseVisitor(pass);
            visitor.visit(log.blocks(from, to));
            states.add(PassState.fromBytes(pass, visitor.state().toBytes()));
            from = to;
        }
        Collections.shuffle(states, random);
        return PassState.mergeAll(states).finish().of(slot);
    }

    private static KnownCases known(long untilUs, boolean reached) {
        return new KnownCases(
                untilUs, LocalDays.between(0, 12 * NaiveRules.DAY_US, ZoneOffset.UTC), codes("z"), reached);
    }

    /** One letter for each activation, by what became of it. */
    private static String judged(String events, CaseRule rule) {
        ArrayLog.Builder builder = ArrayLog.builder();
        for (int i = 0; i < events.length(); i++) {
            char letter = events.charAt(i);
            builder.add(0, Character.toLowerCase(letter) - 'a', Character.isUpperCase(letter) ? 0 : (i + 1) * HOUR_US);
        }
        ArrayLog log = builder.build();
        CasePass pass = new CasePass(26);
        CasePass.Slot<List<RuleCounts>> slot =
                pass.add(RuleMeasure.of(List.of(rule), known((events.length() + 0L) * HOUR_US, false), LISTED));
        CaseVisitor visitor = new CaseVisitor(pass);
        visitor.visit(log.blocks());
        RuleCounts counts = visitor.state().finish().of(slot).get(0);
        assertThat(counts.worst()).hasSize((int) counts.broken());
        return "k".repeat((int) counts.kept())
                + "b".repeat((int) counts.broken())
                + "p".repeat((int) counts.pending())
                + "u".repeat((int) counts.undecided());
    }

    private static BitSet codes(String letters) {
        return letters.chars().map(letter -> letter - 'a').collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Up to a dozen events of a few days, every third of which has a date alone. */
    private record RandomCase(String codes, long[] us) {
        static RandomCase of(Random random) {
            int n = 1 + random.nextInt(12);
            StringBuilder codes = new StringBuilder();
            long[] us = new long[n];
            for (int i = 0; i < n; i++) {
                codes.append("aabbccddz".charAt(random.nextInt(9)));
                us[i] = random.nextInt(8) * NaiveRules.DAY_US
                        + (random.nextInt(3) == 0 ? 0 : random.nextInt(24) * HOUR_US);
            }
            Arrays.sort(us);
            return new RandomCase(codes.toString(), us);
        }
    }
}
