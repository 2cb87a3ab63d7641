package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.aggregate.bound.Pseudonym;
import com.opsatc.telemetry.aggregate.bound.TenantDay;
import com.opsatc.telemetry.aggregate.bound.UserCounts;
import com.opsatc.telemetry.aggregate.bound.UserDay;
import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.Refusal;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * How elements become bytes between steps: each value in a fixed order and width, so that equal values have equal bytes in
 * every process. Nothing is left to Java serialisation.
 */
final class Coders {
    static final Coder<FilePart> FILE_PART = new Fixed<>("file-part");
    static final Coder<ProbePart> PROBE_PART = new Fixed<>("probe-part");
    static final Coder<UserDays> USER_DAYS = new Fixed<>("user-days");
    static final Coder<long[]> VECTOR = new Fixed<>("vector");
    static final Coder<ProbeKey> PROBE_KEY = new Fixed<>("probe-key");
    static final Coder<ProbeSums> PROBE_SUMS = new Fixed<>("probe-sums");
    static final Coder<ReadCounts> READ_COUNTS = new Fixed<>("read-counts");

    private static final Map<String, Format<?>> FORMATS = Map.of(
            "file-part", new Format<>(Coders::writePart, Coders::readPart),
            "probe-part", new Format<>(Coders::writeProbePart, Coders::readProbePart),
            "user-days", new Format<>(Coders::writeUserDays, Coders::readUserDays),
            "vector", new Format<>(Coders::writeLongs, Coders::readLongs),
            "probe-key", new Format<>(Coders::writeProbeKey, Coders::readProbeKey),
            "probe-sums", new Format<>(Coders::writeProbeSums, Coders::readProbeSums),
            "read-counts", new Format<>(Coders::writeReadCounts, Coders::readReadCounts));

    private Coders() {}

    private interface Writer<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    private record Format<T>(Writer<T> writer, Reader<T> reader) {}

    /** A coder by the name of its format; the name alone is serialised. */
    private static final class Fixed<T> extends CustomCoder<T> {
        private static final long serialVersionUID = 1L;

        private final String format;

        private Fixed(String format) {
            this.format = format;
        }

        @Override
        public void encode(T value, OutputStream out) throws IOException {
            format().writer().write(value, new DataOutputStream(out));
        }

        @Override
        public T decode(InputStream in) throws IOException {
            return format().reader().read(new DataInputStream(in));
        }

        @Override
        public void verifyDeterministic() {
            // Equal values have equal bytes, see above.
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fixed<?> fixed && fixed.format.equals(format);
        }

        @Override
        public int hashCode() {
            return format.hashCode();
        }

        @SuppressWarnings("unchecked") // a format stands under the name of the coder that was made for its type
        private Format<T> format() {
            return (Format<T>) FORMATS.get(format);
        }
    }

    private static void writePart(FilePart part, DataOutput out) throws IOException {
        out.writeUTF(part.path());
        out.writeBoolean(part.gzip());
        out.writeLong(part.start());
        out.writeLong(part.end());
        out.writeLong(part.fileBytes());
        out.writeLong(part.knownBytes());
    }

    private static FilePart readPart(DataInput in) throws IOException {
        return new FilePart(in.readUTF(), in.readBoolean(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    private static void writeProbePart(ProbePart part, DataOutput out) throws IOException {
        out.writeByte(part.source().ordinal());
        out.writeInt(part.files().size());
        for (FilePart file : part.files()) {
            writePart(file, out);
        }
    }

    private static ProbePart readProbePart(DataInput in) throws IOException {
        ProbeSource source = ProbeSource.values()[in.readByte()];
        List<FilePart> files = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            files.add(readPart(in));
        }
        return new ProbePart(source, files);
    }

    private static void writeUserDays(UserDays users, DataOutput out) throws IOException {
        SortedMap<UserDay, UserCounts> sorted = users.sorted();
        out.writeInt(sorted.size());
        for (Map.Entry<UserDay, UserCounts> entry : sorted.entrySet()) {
            TenantDay tenant = entry.getKey().tenantDay();
            out.writeInt(tenant.day());
            writePseudonym(tenant.tenant(), out);
            writePseudonym(entry.getKey().user(), out);
            writeUserCounts(entry.getValue(), out);
        }
    }

    private static UserDays readUserDays(DataInput in) throws IOException {
        UserDays users = new UserDays();
        for (int left = in.readInt(); left > 0; left--) {
            TenantDay tenant = new TenantDay(in.readInt(), readPseudonym(in));
            users.add(new UserDay(tenant, readPseudonym(in)), readUserCounts(in));
        }
        return users;
    }

    private static void writePseudonym(Pseudonym pseudonym, DataOutput out) throws IOException {
        out.writeLong(pseudonym.high());
        out.writeLong(pseudonym.low());
    }

    private static Pseudonym readPseudonym(DataInput in) throws IOException {
        return new Pseudonym(in.readLong(), in.readLong());
    }

    private static void writeUserCounts(UserCounts counts, DataOutput out) throws IOException {
        out.writeLong(counts.operations());
        out.writeLong(counts.failed());
        writeLongs(counts.buckets(), out);
        out.writeLong(counts.features());
    }

    private static UserCounts readUserCounts(DataInput in) throws IOException {
        return new UserCounts(in.readLong(), in.readLong(), readLongs(in), in.readLong());
    }

    private static void writeLongs(long[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static long[] readLongs(DataInput in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }

    private static void writeProbeKey(ProbeKey key, DataOutput out) throws IOException {
        out.writeInt(key.day());
        out.writeByte(key.source().ordinal());
        out.writeUTF(key.service());
    }

    private static ProbeKey readProbeKey(DataInput in) throws IOException {
        return new ProbeKey(in.readInt(), ProbeSource.values()[in.readByte()], in.readUTF());
    }

    private static void writeProbeSums(ProbeSums sums, DataOutput out) throws IOException {
        out.writeLong(sums.operations());
        out.writeLong(sums.failed());
        writeLongs(sums.buckets(), out);
        out.writeInt(sums.durationsUs().size());
        for (Map.Entry<Long, Long> duration : sums.durationsUs().entrySet()) {
            out.writeLong(duration.getKey());
            out.writeLong(duration.getValue());
        }
    }

    private static ProbeSums readProbeSums(DataInput in) throws IOException {
        long operations = in.readLong();
        long failed = in.readLong();
        long[] buckets = readLongs(in);
        SortedMap<Long, Long> durationsUs = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            durationsUs.put(in.readLong(), in.readLong());
        }
        return new ProbeSums(operations, failed, buckets, durationsUs);
    }

    private static void writeReadCounts(ReadCounts counts, DataOutput out) throws IOException {
        out.writeLong(counts.files());
        out.writeLong(counts.lines());
        out.writeLong(counts.points());
        out.writeLong(counts.pointsUsed());
        out.writeInt(counts.refused().size());
        for (Map.Entry<Refusal, Long> refused : counts.refused().entrySet()) {
            out.writeByte(refused.getKey().ordinal());
            out.writeLong(refused.getValue());
        }
    }

    private static ReadCounts readReadCounts(DataInput in) throws IOException {
        long files = in.readLong();
        long lines = in.readLong();
        long points = in.readLong();
        long used = in.readLong();
        SortedMap<Refusal, Long> refused = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            refused.put(Refusal.values()[in.readByte()], in.readLong());
        }
        return new ReadCounts(files, lines, points, used, refused);
    }
}
