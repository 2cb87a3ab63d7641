package com.opsatc.telemetry.manifest;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.telemetry.BlockKind;
import com.opsatc.contract.telemetry.TelemetryManifest;
import com.opsatc.kernel.privacy.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * A vector that is released daily.
 *
 * @param share of the day's budget
 * @param rho what a day of the block costs
 * @param scale public number of operations (of users, for features) a day that stands for weight 1
 * @param clip for errors, the share of failed operations that stands for weight 1; null otherwise
 * @param boundsUs for latency, upper bounds of the buckets in microseconds, ascending; empty otherwise
 * @param keys for features, those under evaluation; empty otherwise
 * @param offset where the block's cells begin when the vectors of all blocks are laid end to end
 * @param cells at least one, always the same
 */
public record Block(
        String id,
        BlockKind kind,
        String title,
        Rational share,
        Rational rho,
        Rational scale,
        Rational clip,
        List<Long> boundsUs,
        List<String> keys,
        int offset,
        List<BlockCell> cells) {
    /** The key of the cell of all features that are not under evaluation. */
    public static final String OTHER = "_OTHER";

    private static final List<String> ERROR_KEYS = List.of("errors", "operations", "over_clip");

    public Block {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(share, "share");
        requireNonNull(rho, "rho");
        requireNonNull(scale, "scale");
        boundsUs = List.copyOf(boundsUs);
        keys = List.copyOf(keys);
        cells = List.copyOf(cells);
        if ((clip != null) != (kind == BlockKind.ERRORS) || cells.isEmpty() || offset < 0) {
            throw new IllegalArgumentException(
                    "Invalid block " + id + ": a clip belongs to errors, and cells are never none");
        }
    }

    static Block of(TelemetryManifest.Block declared, Rational rhoDay, int offset) {
        Rational share = Rational.parse(declared.share());
        return new Block(
                declared.id(),
                declared.kind(),
                declared.title(),
                share,
                rhoDay.times(share),
                Rational.of(declared.scalePerDay()),
                declared.clip() == null ? null : Rational.parse(declared.clip()),
                declared.boundsUs(),
                declared.keys(),
                offset,
                cells(declared));
    }

    private static List<BlockCell> cells(TelemetryManifest.Block declared) {
        List<BlockCell> cells = new ArrayList<>();
        for (int index = 0; index < declared.cells(); index++) {
            cells.add(
                    switch (declared.kind()) {
                        case ACTIVITY -> new BlockCell(index, null, null);
                        case ERRORS -> new BlockCell(index, null, ERROR_KEYS.get(index));
                        case LATENCY -> new BlockCell(index, at(declared.boundsUs(), index, null), null);
                        case FEATURES -> new BlockCell(index, null, at(declared.keys(), index, OTHER));
                    });
        }
        return cells;
    }

    private static <T> T at(List<T> values, int index, T last) {
        return index < values.size() ? values.get(index) : last;
    }
}
