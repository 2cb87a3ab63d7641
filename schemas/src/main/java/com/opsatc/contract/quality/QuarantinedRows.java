package com.opsatc.contract.quality;

import com.opsatc.contract.figure.Humane;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * What quarantine took from a figure: rows of the streams it rests on of which it knows nothing.
 *
 * @param rows in quarantine
 * @param read rows of the streams' files that speak or are in quarantine; what was delivered again, replaced, refused or
 *     withdrawn counts once or not at all, so that a folder and a copy of what it holds now agree
 */
public record QuarantinedRows(long rows, long read) {
    private static final int DECIMALS = 6;

    public QuarantinedRows {
        if (rows < 0 || rows > read) {
            throw new IllegalArgumentException("Invalid count of rows in quarantine: they are some of those read");
        }
    }

    /** Over the files of some streams; 0 of 0 where there are none. */
    public static QuarantinedRows of(Stream<FileQuality> files) {
        return files.map(file -> new QuarantinedRows(file.quarantined(), file.admitted() + file.quarantined()))
                .reduce(
                        new QuarantinedRows(0, 0),
                        (one, two) -> new QuarantinedRows(one.rows + two.rows, one.read + two.read));
    }

    /** Of all rows read, six decimals; 0 where there are none. */
    public BigDecimal share() {
        return read == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(rows).divide(BigDecimal.valueOf(read), DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** {@code 12 of 3,456 rows (0.3 %)}. */
    public String text() {
        return Humane.count(rows) + " of " + Humane.count(read) + " rows (" + Humane.share(share()) + ")";
    }

    /** A sentence to be said with the figure. */
    public String caveat() {
        return "It knows nothing of rows in quarantine: " + text() + " of the streams it rests on.";
    }
}
