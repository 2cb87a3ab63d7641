package com.opsatc.telemetry.aggregate.bound;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.SampleManifests;
import org.junit.jupiter.api.Test;

class BoundingTest {
    private final Manifest manifest = SampleManifests.shipped();
    private final Bounding bounding = new Bounding(manifest);

    @Test
    void user_smallCounts_areWeighedExactly() {
        long[] buckets = new long[15];
        buckets[2] = 20;
        long[] vector = bounding.user(new UserCounts(20, 1, buckets, 0b10001));

        // 20 * 65536 / 2000 = 655.36; 1 failed of a clip of 5 % of 2000: 65536 / 100 = 655.36; 1 of 20 is not over 5 %.
        assertThat(of(BlockKind.ACTIVITY, vector)).containsExactly(655);
        assertThat(of(BlockKind.ERRORS, vector)).containsExactly(655, 655, 0);
        assertThat(of(BlockKind.LATENCY, vector)).startsWith(0, 0, 655, 0).hasSize(15);
        // One user of 200: 327.68.
        assertThat(of(BlockKind.FEATURES, vector)).containsExactly(327, 0, 0, 0, 327);
    }

    @Test
    void user_moreThanTheClipFailed_isMarked() {
        long[] vector = bounding.user(new UserCounts(19, 1, new long[15], 0));

        assertThat(of(BlockKind.ERRORS, vector)).containsExactly(655, 622, 622);
    }

    @Test
    void user_manyOperations_endsAtATenth() {
        long[] buckets = new long[15];
        buckets[0] = 1_000_000_000;
        buckets[14] = 1_000_000_000;
        long[] vector = bounding.user(new UserCounts(2_000_000_000, 2_000_000_000, buckets, 0));

        assertThat(of(BlockKind.ACTIVITY, vector)).containsExactly(6553);
        // 6553 / sqrt(2), rounded down.
        assertThat(of(BlockKind.LATENCY, vector)).startsWith(4633).endsWith(4633);
    }

    @Test
    void tenant_manyUsers_endsAtOne() {
        long[] sum = new long[manifest.cellCount()];
        for (int user = 0; user < 20; user++) {
            sum = Bounding.sum(sum, bounding.user(new UserCounts(1 << 20, 0, new long[15], 0)));
        }

        assertThat(of(BlockKind.ACTIVITY, sum)).containsExactly(20 * 6553);
        assertThat(of(BlockKind.ACTIVITY, bounding.tenant(sum))).containsExactly(Projection.UNIT_SCALE);
    }

    @Test
    void userCounts_beyondTheLimit_endThereInAnyOrder() {
        UserCounts large = new UserCounts(Projection.MAX_COUNT - 1, 5, new long[] {Projection.MAX_COUNT}, 1);
        UserCounts small = new UserCounts(3, 1, new long[] {7}, 2);

        assertThat(large.plus(small)).usingRecursiveComparison().isEqualTo(small.plus(large));
        assertThat(large.plus(small))
                .usingRecursiveComparison()
                .isEqualTo(new UserCounts(Projection.MAX_COUNT, 6, new long[] {Projection.MAX_COUNT}, 3));
    }

    private long[] of(BlockKind kind, long[] vector) {
        Block block = manifest.block(kind).orElseThrow();
        return Bounding.of(block, vector);
    }
}
