package com.opsatc.boundary.audit;

import com.opsatc.boundary.audit.note.LogCheckpoint;
import com.opsatc.boundary.audit.tree.TreeFrontier;
import com.opsatc.boundary.audit.tree.TreeHasher;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.tenancy.audit.StoredEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks the entries of a log in their order, in constant memory; seals are opened a batch at a time, by all processors: that each is in its place, opens, and has the hash that the
 * tree was made of; and that the tree has the roots that were signed.
 */
final class LogCheck implements Consumer<StoredEntry> {
    private static final int MOST_NAMED = 100;
    private static final int BATCH = 4_096;

    private final Function<StoredEntry, byte[]> seal;
    private final NavigableMap<Long, List<LogCheckpoint>> signed = new TreeMap<>();
    private final Consumer<byte[]> reader;
    private final ThreadLocal<TreeHasher> hasher = ThreadLocal.withInitial(TreeHasher::new);
    private final List<StoredEntry> batch = new ArrayList<>();
    private final TreeFrontier tree = new TreeFrontier();
    private final List<String> broken = new ArrayList<>();
    private long badEntries;

    /**
     * @param seal opens an entry, or throws
     * @param signed checkpoints that are believed
     * @param reader is handed every entry that holds
     */
    LogCheck(Function<StoredEntry, byte[]> seal, List<LogCheckpoint> signed, Consumer<byte[]> reader) {
        this.seal = seal;
        this.reader = reader;
        signed.forEach(each -> this.signed
                .computeIfAbsent(each.size(), unused -> new ArrayList<>())
                .add(each));
        compare();
    }

    @Override
    public void accept(StoredEntry entry) {
        batch.add(entry);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    /** An entry with what is in its seal, and what is wrong with it: one of both is null. */
    private record Opened(StoredEntry entry, byte[] content, String wrong) {}

    private void flush() {
        batch.parallelStream().map(this::open).toList().forEach(this::fold);
        batch.clear();
    }

    private Opened open(StoredEntry entry) {
        try {
            byte[] content = seal.apply(entry);
            return Arrays.equals(hasher.get().leaf(content), entry.leaf())
                    ? new Opened(entry, content, null)
                    : new Opened(entry, null, "entry " + entry.number() + " has not the hash that the tree has of it");
        } catch (PipelineException e) {
            return new Opened(entry, null, "entry " + entry.number() + " was altered, moved, or is another log's");
        }
    }

    private void fold(Opened opened) {
        long place = tree.size();
        long number = opened.entry().number();
        if (number != place) {
            bad("entry " + place + " is missing or out of its place: the next is " + number);
        } else if (opened.wrong() != null) {
            bad(opened.wrong());
        } else {
            reader.accept(opened.content());
        }

        tree.append(opened.entry().leaf());
        compare();
    }

    /** What is wrong, the first first; empty when all holds. To be asked after the last entry. */
    List<String> broken() {
        flush();
        List<String> all = new ArrayList<>(broken);
        signed.tailMap(tree.size(), /* inclusive= */ false)
                .forEach((size, checkpoints) -> all.add("entries " + tree.size() + " to " + (size - 1)
                        + " are missing: a checkpoint was signed of " + size + " entries"));
        return all;
    }

    /** How many entries were looked at. */
    long entries() {
        flush();
        return tree.size();
    }

    /** How many of them hold. */
    long good() {
        flush();
        return tree.size() - badEntries;
    }

    private void bad(String what) {
        badEntries++;
        if (broken.size() < MOST_NAMED) {
            broken.add(what);
        }
    }

    private void compare() {
        for (LogCheckpoint checkpoint : signed.getOrDefault(tree.size(), List.of())) {
            if (!Arrays.equals(checkpoint.root(), tree.root())) {
                broken.add("the first " + tree.size() + " entries are not those of a checkpoint that was signed");
            }
        }
    }
}
