package com.opsatc.kernel.measure.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.kernel.bytes.ByteSink;
import com.opsatc.kernel.bytes.ByteSource;
import com.opsatc.kernel.figure.CaseTime;
import com.opsatc.kernel.figure.CaseTimes;
import com.opsatc.kernel.figure.OpenCase;
import com.opsatc.kernel.log.ArrayLog;
import com.opsatc.kernel.log.EventColumns;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTimesMeasureTest {
    /** Events are 10 µs apart from 100 on, and b ends a case. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"a, open, open", "abb, 110, 110", "aba, open, 110", "abab, 130, 110", "b, 100, 100", "bab, 120, 100"})
    void take_aCase_isClosedByItsEnds(String activities, String lastDecides, String firstDoes) {
        assertThat(closed(measured(List.of(activities), true))).isEqualTo(lastDecides);
        assertThat(closed(measured(List.of(activities), false))).isEqualTo(firstDoes);
    }

    @Test
    void finish_openCases_haveTheirLastEvent() {
        CaseTimes found = measured(List.of("ab", "aca"), true);

        assertThat(found.cases()).containsExactly(new CaseTime(0, 100, 110), new CaseTime(1, 100, CaseTime.OPEN));
        assertThat(found.open()).containsExactly(new OpenCase(new CaseTime(1, 100, CaseTime.OPEN), 2, 0, 120));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void finish_anyDivision_givesTheSame(int seed) {
        Random random = new Random(seed);
        List<String> cases = random.ints(60, 1, 8)
                .mapToObj(length -> random.ints(length, 'a', 'd')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
        CaseTimesMeasure[] parts = {measure(true), measure(true), measure(true)};
        for (int i = 0; i < cases.size(); i++) {
            take(parts[random.nextInt(parts.length)], cases.get(i), i);
        }
        ByteSink sink = new ByteSink();
        parts[0].write(sink);
        ByteSource source = new ByteSource(sink.toBytes());
        CaseTimesMeasure read = measure(true);
        read.read(source);
        source.requireEnd();
        parts[2].merge(read);
        parts[1].merge(parts[2]);

        CaseTimes whole = measured(cases, true);
        assertThat(whole.cases()).hasSize(60);
        assertThat(whole.open()).isNotEmpty().hasSizeLessThan(60);
        assertThat(parts[1].finish()).isEqualTo(whole);
    }

    private static String closed(CaseTimes found) {
        CaseTime only = found.cases().get(0);
        assertThat(found.open()).hasSize(only.isOpen() ? 1 : 0);
        return only.isOpen() ? "open" : Long.toString(only.closedUs());
    }

    private static CaseTimes measured(List<String> cases, boolean lastEventDecides) {
        CaseTimesMeasure measure = measure(lastEventDecides);
        for (int i = 0; i < cases.size(); i++) {
            take(measure, cases.get(i), i);
        }
        return measure.finish();
    }

    private static CaseTimesMeasure measure(boolean lastEventDecides) {
        BitSet ends = new BitSet();
        ends.set('b' - 'a');
        return new CaseTimesMeasure(ends, lastEventDecides);
    }

    private static void take(CaseTimesMeasure measure, String activities, long caseId) {
        ArrayLog.Builder builder = ArrayLog.builder();
        for (int i = 0; i < activities.length(); i++) {
            builder.add(caseId, activities.charAt(i) - 'a', 100 + 10L * i);
        }
        EventColumns columns = builder.build().columns();
        measure.take(columns, 0, columns.rows());
    }
}
