package com.opsatc.kernel.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * How far a mean moved from one period to another, beyond how far the means of peers did (difference in differences), in thousandths,
 * with its interval by the bucket bootstrap: a case that is in several of the means is drawn in all of them at once.
 *
 * <pre>
 *   step 6000 -> 5000, one peer 3000 -> 3100:   -1000 - 100 = -1100
 *   the same without a peer:                    -1000
 * </pre>
 */
public final class MeanChange {
    private static final long THOUSAND = 1_000;

    private MeanChange() {}

    /** Sums and counts of both periods by bucket; there is a member in either period. */
    public record Cells(long[] sumBefore, long[] before, long[] sumAfter, long[] after) {
        public Cells {
            if (Arrays.stream(before).sum() < 1 || Arrays.stream(after).sum() < 1) {
                throw new IllegalArgumentException("Invalid change: a period has no members");
            }
        }

        long change() {
            return mean(Arrays.stream(sumAfter).sum(), Arrays.stream(after).sum())
                    - mean(Arrays.stream(sumBefore).sum(), Arrays.stream(before).sum());
        }

        long[] replicates(long seed) {
            long[] sums = BucketBootstrap.replicates(sumAfter, seed);
            long[] members = BucketBootstrap.replicates(after, seed);
            long[] sumsBefore = BucketBootstrap.replicates(sumBefore, seed);
            long[] membersBefore = BucketBootstrap.replicates(before, seed);
            long[] changes = new long[sums.length];
            for (int i = 0; i < changes.length; i++) {
                changes[i] = members[i] == 0 || membersBefore[i] == 0
                        ? change()
                        : mean(sums[i], members[i]) - mean(sumsBefore[i], membersBefore[i]);
            }
            return changes;
        }
    }

    /** The change of the first beyond the mean change of the peers; without peers its own. */
    public static long of(Cells of, List<Cells> peers) {
        return of.change()
                - (peers.isEmpty()
                        ? 0
                        : mean(peers.stream().mapToLong(Cells::change).toArray()));
    }

    /** Its 95 % interval. */
    public static Range interval(Cells of, List<Cells> peers, long seed) {
        long[] changes = of.replicates(seed);
        List<long[]> others = peers.stream().map(peer -> peer.replicates(seed)).toList();
        for (int i = 0; i < changes.length && !others.isEmpty(); i++) {
            int replicate = i;
            changes[i] -=
                    mean(others.stream().mapToLong(each -> each[replicate]).toArray());
        }
        return BucketBootstrap.middle(changes);
    }

    private static long mean(long[] each) {
        return Math.floorDiv(2 * Arrays.stream(each).sum() + each.length, 2L * each.length);
    }

    /** In thousandths, half rounded up. */
    private static long mean(long sum, long n) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(2 * THOUSAND, sum), n), 2 * n);
    }
}
