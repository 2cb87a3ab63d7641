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
 * Checks the entries of a log one after another, in constant memory: that each is in its place, opens, and has the hash that the
 * tree was made of; and that the tree has the roots that were signed.
 */
final class LogCheck implements Consumer<StoredEntry> {
    private static final int MOST_NAMED = 100;

    private final Function<StoredEntry, byte[]> seal;
    private final NavigableMap<Long, List<LogCheckpoint>> signed = new TreeMap<>();
    private final Consumer<byte[]> reader;
    private final TreeHasher hasher = new TreeHasher();
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
        long place = tree.size();
        if (entry.number() != place) {
            bad("entry " + place + " is missing or out of its place: the next is " + entry.number());
        } else {
            check(entry);
        }

        tree.append(entry.leaf());
        compare();
    }

    /** What is wrong, the first first; empty when all holds. To be asked after the last entry. */
    List<String> broken() {
        List<String> all = new ArrayList<>(broken);
        signed.tailMap(tree.size(), /* inclusive= */ false)
                .forEach((size, checkpoints) -> all.add("entries " + tree.size() + " to " + (size - 1)
                        + " are missing: a checkpoint was signed of " + size + " entries"));
        return all;
    }

    /** How many entries were looked at. */
    long entries() {
        return tree.size();
    }

    /** How many of them hold. */
    long good() {
        return tree.size() - badEntries;
    }

    private void check(StoredEntry entry) {
        try {
            byte[] opened = seal.apply(entry);
            if (!Arrays.equals(hasher.leaf(opened), entry.leaf())) {
                bad("entry " + entry.number() + " has not the hash that the tree has of it");
                return;
            }
            reader.accept(opened);
        } catch (PipelineException e) {
            bad("entry " + entry.number() + " was altered, moved, or is another log's");
        }
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
