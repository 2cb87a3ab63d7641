package com.opsatc.telemetry.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.telemetry.aggregate.bound.Pseudonym;
import com.opsatc.telemetry.aggregate.bound.TenantDay;
import com.opsatc.telemetry.aggregate.bound.UserCounts;
import com.opsatc.telemetry.aggregate.bound.UserDay;
import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.Coder.NonDeterministicException;
import org.junit.jupiter.api.Test;

class CodersTest {
    private static final FilePart PART = new FilePart("a/b.jsonl", false, 16, 32, 40, 20);
    private static final UserDay ANN = user(3, 1, 7);
    private static final UserDay BOB = user(3, 2, 7);
    private static final UserCounts COUNTS = new UserCounts(5, 2, new long[] {1, 4}, 9);

    @Test
    void decode_whatWasEncoded_isTheSame() throws IOException {
        ReadCounts counts =
                new ReadCounts(1, 2, 5, 2, new TreeMap<>(Map.of(Refusal.LATE, 3L, Refusal.LINE_MALFORMED, 1L)));
        ProbeSums sums = new ProbeSums(3, -1, new long[] {3}, new TreeMap<>(Map.of(5L, 1L, 9L, 2L)));

        assertThat(round(Coders.FILE_PART, PART)).isEqualTo(PART);
        ProbePart part = new ProbePart(ProbeSource.NEZHA_SPANS, List.of(PART, PART));
        assertThat(round(Coders.PROBE_PART, part)).isEqualTo(part);
        assertThat(round(Coders.VECTOR, new long[] {Long.MAX_VALUE, 0, 7})).containsExactly(Long.MAX_VALUE, 0, 7);
        ProbeKey key = new ProbeKey(3, ProbeSource.ACCESS_LOG, "_OTHER");
        assertThat(round(Coders.PROBE_KEY, key)).isEqualTo(key);
        assertThat(round(Coders.PROBE_SUMS, sums)).usingRecursiveComparison().isEqualTo(sums);
        assertThat(round(Coders.READ_COUNTS, counts)).isEqualTo(counts);
        assertThat(round(Coders.USER_DAYS, users(ANN, BOB)).sorted())
                .usingRecursiveComparison()
                .isEqualTo(users(ANN, BOB).sorted());
    }

    @Test
    void encode_usersInAnyOrder_givesTheSameBytes() throws IOException {
        assertThat(bytes(Coders.USER_DAYS, users(ANN, BOB))).isEqualTo(bytes(Coders.USER_DAYS, users(BOB, ANN)));
    }

    @Test
    void coder_serialised_isTheSameAndNoOther() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(Coders.VECTOR);
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read).isEqualTo(Coders.VECTOR).isNotEqualTo(Coders.USER_DAYS).hasSameHashCodeAs(Coders.VECTOR);
    }

    @Test
    void verifyDeterministic_everyKeyCoder_agrees() throws NonDeterministicException {
        Coders.PROBE_KEY.verifyDeterministic();
        Coders.USER_DAYS.verifyDeterministic();
    }

    private static UserDay user(int day, long tenant, long user) {
        return new UserDay(new TenantDay(day, new Pseudonym(1, tenant)), new Pseudonym(2, user));
    }

    private static UserDays users(UserDay... some) {
        UserDays users = new UserDays();
        for (UserDay user : some) {
            users.add(user, COUNTS);
        }
        return users;
    }

    private static <T> T round(Coder<T> coder, T value) throws IOException {
        return coder.decode(new ByteArrayInputStream(bytes(coder, value)));
    }

    private static <T> byte[] bytes(Coder<T> coder, T value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        coder.encode(value, bytes);
        return bytes.toByteArray();
    }
}
