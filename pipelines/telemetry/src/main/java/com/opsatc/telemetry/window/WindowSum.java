package com.opsatc.telemetry.window;

import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.publish.PublishedDay;
import java.math.BigInteger;
import java.util.List;

/**
 * The noisy cells of a block, added up over the released days of a window.
 *
 * @param days how many days of the window were released
 * @param dailyVariance public variance of the noise of one day's cell, in units squared; zero when no day was released
 */
@SuppressWarnings("ArrayRecordComponent") // made for one window, of a fixed few cells; never changed after it is made
record WindowSum(long[] cells, int days, BigInteger dailyVariance) {
    /** Adds up the days in which the block was released. */
    static WindowSum of(Block block, List<PublishedDay> window) {
        long[] cells = new long[block.cells().size()];
        int days = 0;
        BigInteger variance = BigInteger.ZERO;
        for (PublishedDay day : window) {
            ReleaseRow row = row(day, block);
            if (row.status() == ReleaseStatus.RELEASED) {
                add(cells, day, block);
                days++;
                variance = new BigInteger(row.sigma2Num()).divide(new BigInteger(row.sigma2Den()));
            }
        }

        return new WindowSum(cells, days, variance);
    }

    boolean isEmpty() {
        return days == 0;
    }

    /** Variance of the noise of each cell of the sum. */
    BigInteger variance() {
        return dailyVariance.multiply(BigInteger.valueOf(days));
    }

    private static ReleaseRow row(PublishedDay day, Block block) {
        return day.release().stream()
                .filter(row -> row.blockId().equals(block.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void add(long[] cells, PublishedDay day, Block block) {
        for (CellRow cell : day.cells()) {
            if (cell.blockId().equals(block.id())) {
                cells[cell.cellIndex()] = Math.addExact(cells[cell.cellIndex()], cell.noisyUnits());
            }
        }
    }
}
