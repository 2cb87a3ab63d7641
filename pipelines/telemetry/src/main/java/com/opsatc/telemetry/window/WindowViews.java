package com.opsatc.telemetry.window;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.telemetry.FleetStage;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.ProbeFigures;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.contract.telemetry.WindowRow;
import com.opsatc.kernel.privacy.Projection;
import com.opsatc.kernel.privacy.Zcdp;
import com.opsatc.telemetry.manifest.Block;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.PublishedDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * All that engineers look at, computed from the released tables, the manifest and the probe lane: post-processing that costs no
 * budget, and gives the same bytes from the same files, without the restricted zone.
 */
public final class WindowViews {
    private static final int YEAR_DAYS = 365;
    private static final int SHOWN_DAYS = 91;
    private static final String SHARES = "latency_share_le";

    private final Manifest manifest;
    private final List<PublishedDay> days;
    private final String codeVersion;
    private final PublicLedger ledger;

    /** @param days of the release, ascending */
    public WindowViews(Manifest manifest, List<PublishedDay> days, String codeVersion) {
        this.manifest = requireNonNull(manifest, "manifest");
        this.days = List.copyOf(days);
        this.codeVersion = requireNonNull(codeVersion, "codeVersion");
        this.ledger = new PublicLedger(this.days, manifest.delta());
    }

    /** The figures of all windows that end within the last 365 days of the release; {@link WindowFigures#from} orders them. */
    public List<WindowRow> windows() {
        return days.isEmpty()
                ? List.of()
                : new WindowFigures(manifest, days).from(last().day().minusDays(YEAR_DAYS - 1L));
    }

    /** What every block of the last 365 days of the release cost, suppressed ones included; by day, in the manifest's order. */
    public List<LedgerRow> ledger() {
        return days.isEmpty() ? List.of() : ledger.rows(last().day().minusDays(YEAR_DAYS - 1L));
    }

    /**
     * The document. Of the windows it holds those that end within the last 91 days, and shares up to a bound as of the last day
     * alone: a chart needs the course of a figure, not that of a histogram. The table of windows has all.
     *
     * @param windows as {@link #windows} gives them
     * @param stage of the fleet, by the control plane
     * @param probe figures of the probe, which are exact; ordered by day, source, service
     */
    public TelemetryView view(List<WindowRow> windows, FleetStage stage, List<ProbeFigures> probe) {
        return new TelemetryView(
                SchemaFile.of("telemetry-view").version(),
                manifest.version(),
                manifest.sha256(),
                codeVersion,
                days.isEmpty() ? null : last().day(),
                stage,
                manifest.fleetMinimum(),
                ledger.budget(manifest),
                manifest.blocks().stream().map(this::state).toList(),
                windows.stream().filter(this::shown).toList(),
                ledger(),
                probe,
                manifest.contract().probe().identity(),
                manifest.blocks().stream()
                        .flatMap(block -> block.boundsUs().stream())
                        .toList(),
                manifest.contract().neverRead());
    }

    private boolean shown(WindowRow row) {
        LocalDate asOf = last().day();
        boolean recent = row.endDay().isAfter(asOf.minusDays(SHOWN_DAYS));
        return recent && (!row.metric().equals(SHARES) || row.endDay().equals(asOf));
    }

    private TelemetryView.BlockState state(Block block) {
        BigDecimal variance = new BigDecimal(Zcdp.sigmaSquared(block.rho()));
        BigDecimal sigma = variance.sqrt(MathContext.DECIMAL64)
                .divide(BigDecimal.valueOf(Projection.UNIT_SCALE), 3, RoundingMode.CEILING);
        return new TelemetryView.BlockState(
                block.id(), block.kind(), block.title(), block.cells().size(), status(block), sigma);
    }

    /** Before the first release, and for a block that is new in the manifest, no released day declares it. */
    private ReleaseStatus status(Block block) {
        return days.stream()
                .skip(Math.max(0, days.size() - 1))
                .flatMap(day -> day.release().stream())
                .filter(row -> row.blockId().equals(block.id()))
                .map(ReleaseRow::status)
                .findFirst()
                .orElse(ReleaseStatus.NOT_DECLARED);
    }

    private PublishedDay last() {
        return days.get(days.size() - 1);
    }
}
