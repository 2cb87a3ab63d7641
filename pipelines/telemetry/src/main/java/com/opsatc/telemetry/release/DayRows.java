package com.opsatc.telemetry.release;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.CellRow;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Rational;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.BlockCell;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import com.opsatc.tenancy.key.LengthPrefixed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a day's release: one a block and one a cell of the manifest, whatever became of the blocks, in the manifest's
 * order.
 *
 * @param epsilonYear spent on any tenant in the 365 days up to the day
 */
record DayRows(Manifest manifest, LocalDate day, String codeVersion, BigDecimal epsilonYear) {
    static final String MECHANISM = "discrete_gaussian";
    static final String SERVICE_AREA = "all";

    /**
     * @param blocks status by block id
     * @param charged what each block was charged, by block id; nothing for those that are not there
     * @param noised the vectors of the blocks that are released; empty when none is
     */
    PublishedDay of(Map<String, ReleaseStatus> blocks, Map<String, Rational> charged, Optional<NoisedDay> noised) {
        List<ReleaseRow> release = new ArrayList<>();
        List<CellRow> cells = new ArrayList<>();
        for (Block block : manifest.blocks()) {
            ReleaseStatus status = blocks.get(block.id());
            release.add(release(block, status, charged.getOrDefault(block.id(), Rational.ZERO)));
            List<Long> vector =
                    status == ReleaseStatus.RELEASED ? noised.orElseThrow().cells(block.id()) : List.of();
            for (BlockCell cell : block.cells()) {
                cells.add(cell(block, cell, vector.isEmpty() ? null : vector.get(cell.index())));
            }
        }
        return new PublishedDay(day, release, cells);
    }

    private ReleaseRow release(Block block, ReleaseStatus status, Rational rho) {
        boolean noised = status == ReleaseStatus.RELEASED;
        return new ReleaseRow(
                releaseId(block),
                manifest.version(),
                manifest.sha256(),
                day,
                block.id(),
                status,
                MECHANISM,
                noised ? Zcdp.sigmaSquared(block.rho()).toString() : null,
                noised ? BigInteger.ONE.toString() : null,
                Projection.UNIT_SCALE,
                Projection.UNIT_SCALE,
                Projection.userSensitivity(manifest.userRadius(), block.cells().size()),
                rho.numerator().toString(),
                rho.denominator().toString(),
                epsilonYear,
                manifest.delta().toString(),
                codeVersion);
    }

    private CellRow cell(Block block, BlockCell cell, Long noisyUnits) {
        return new CellRow(
                releaseId(block), day, block.id(), SERVICE_AREA, cell.index(), cell.leUs(), cell.key(), noisyUnits);
    }

    private Sha256 releaseId(Block block) {
        return Sha256.of(LengthPrefixed.of(
                "opsatc/v1/telemetry-release",
                block.id(),
                day.toString(),
                manifest.sha256().hex()));
    }
}
