package com.opsatc.boundary.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.tree.HashTree;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.audit.StoredEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * 10,000 random tamperings of nine kinds, each found. The seal here is a stand-in that, like the real one, opens an entry at its
 * own number and by its own key alone; who has the key as well is given it too, so that only the tree is left to tell.
 */
class LogCheckTest {
    private static final int ENTRIES = 40;
    private static final String ORIGIN = "opsatc/acme/0123456789abcdef";

    private final SplittableRandom random = new SplittableRandom(10_000);
    private final List<StoredEntry> log = log("entry", ENTRIES);
    private final List<StoredEntry> other = log("other", ENTRIES);
    private final List<LogCheckpoint> signed = List.of(checkpoint(log, ENTRIES), checkpoint(log, 17));

    @Test
    void check_ofAnUntouchedLog_holds() {
        LogCheck check = check(log);

        assertThat(check.broken()).isEmpty();
        assertThat(check.entries()).isEqualTo(ENTRIES);
        assertThat(check.good()).isEqualTo(ENTRIES);
        List<StoredEntry> longer = log("entry", ENTRIES + 5);
        assertThat(check(longer).broken()).isEmpty();
    }

    @Test
    void check_ofTenThousandTamperings_findsEach() {
        int[] kinds = new int[9];
        for (int i = 0; i < 10_000; i++) {
            int kind = i % 9;
            List<StoredEntry> tampered = tampered(kind);
            assertThat(check(tampered).broken())
                    .as("tampering " + i + " of kind " + kind)
                    .isNotEmpty();
            kinds[kind]++;
        }
        assertThat(kinds).containsOnly(1_111, 1_112);
    }

    @Test
    void check_ofOneAlteredEntry_namesIt() {
        List<StoredEntry> altered = new ArrayList<>(log);
        StoredEntry entry = log.get(7);
        altered.set(7, new StoredEntry(7, entry.leaf(), flipped(entry.sealed())));
        List<StoredEntry> cut = log.subList(0, 30);
        List<StoredEntry> without = new ArrayList<>(log);
        without.remove(3);

        assertThat(check(altered).broken()).containsExactly("entry 7 was altered, moved, or is another log's");
        assertThat(check(cut).broken())
                .containsExactly("entries 30 to 39 are missing: a checkpoint was signed of 40 entries");
        assertThat(check(without).broken().get(0)).isEqualTo("entry 3 is missing or out of its place: the next is 4");
    }

    private List<StoredEntry> tampered(int kind) {
        List<StoredEntry> entries = new ArrayList<>(log);
        int at = random.nextInt(ENTRIES);
        StoredEntry entry = entries.get(at);
        switch (kind) {
            case 0 -> entries.set(at, new StoredEntry(at, entry.leaf(), flipped(entry.sealed()))); // edited
            case 1 -> entries.set(at, new StoredEntry(at, flipped(entry.leaf()), entry.sealed())); // its hash edited
            case 2 -> entries.set(at, sealed(at, "forged " + random.nextLong())); // rewritten with key and hash
            case 3 -> entries.remove(at); // deleted
            case 4 -> { // deleted, and what follows moved up under the key
                entries.clear();
                for (int i = 0; i < ENTRIES - 1; i++) {
                    entries.add(sealed(i, "entry " + (i < at ? i : i + 1)));
                }
            }
            case 5 -> { // inserted under the key
                entries.clear();
                for (int i = 0; i <= ENTRIES; i++) {
                    entries.add(sealed(i, i < at ? "entry " + i : i == at ? "inserted" : "entry " + (i - 1)));
                }
            }
            case 6 -> Collections.swap(entries, at, (at + 1 + random.nextInt(ENTRIES - 1)) % ENTRIES); // reordered
            case 7 -> { // the tail cut off
                return entries.subList(0, at);
            }
            default -> entries.set(at, other.get(at)); // another log's
        }
        return entries;
    }

    private LogCheck check(List<StoredEntry> entries) {
        LogCheck check = new LogCheck(LogCheckTest::open, signed, opened -> {});
        entries.forEach(check);
        return check;
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private static List<StoredEntry> log(String name, int size) {
        List<StoredEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(sealed(i, name + " " + i));
        }
        return entries;
    }

    private static LogCheckpoint checkpoint(List<StoredEntry> entries, int size) {
        HashTree tree = new HashTree();
        entries.forEach(entry -> tree.append(entry.leaf()));
        return new LogCheckpoint(ORIGIN, size, tree.root(size));
    }

    /** Number, content, and a hash over both: what a sealed entry is to who has not the key. */
    private static StoredEntry sealed(long number, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = ByteBuffer.allocate(8 + bytes.length + 32)
                .putLong(number)
                .put(bytes)
                .put(mac(number, bytes))
                .array();
        return new StoredEntry(number, new TreeHasher().leaf(bytes), sealed);
    }

    private static byte[] open(StoredEntry entry) {
        byte[] sealed = entry.sealed();
        byte[] content = Arrays.copyOfRange(sealed, 8, sealed.length - 32);
        byte[] mac = Arrays.copyOfRange(sealed, sealed.length - 32, sealed.length);
        if (ByteBuffer.wrap(sealed).getLong() != entry.number() || !Arrays.equals(mac, mac(entry.number(), content))) {
            throw new PipelineException(ErrorCode.STORE, "altered");
        }
        return content;
    }

    private static byte[] mac(long number, byte[] content) {
        return new TreeHasher().node(ByteBuffer.allocate(8).putLong(number).array(), content);
    }
}
