package com.opsatc.jobs.report.telemetry;

import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.contract.telemetry.TelemetryView;
import com.opsatc.jobs.report.text.PageFigures;
import com.opsatc.jobs.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The latest charges of the ledger, newest first. */
record LedgerView(List<Charge> charges, String cut) {
    private static final int MOST = 120;

    record Charge(String day, String block, String status, String rho, String cumulativeRho, String epsilon) {}

    static LedgerView of(TelemetryView view) {
        List<LedgerRow> all = view.ledger();
        List<Charge> charges = new ArrayList<>();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - MOST); i--) {
            charges.add(charge(all.get(i), view.fleetMinimum()));
        }

        return new LedgerView(
                List.copyOf(charges),
                all.size() > MOST
                        ? PageFigures.count(all.size() - MOST) + " more in ledger_public.parquet beside this file."
                        : null);
    }

    private static Charge charge(LedgerRow row, int fleetMinimum) {
        return new Charge(
                row.day().toString(),
                Words.name(row.blockId()),
                row.status() == ReleaseStatus.RELEASED
                        ? "released"
                        : Withheld.of(row.status(), fleetMinimum).reason(),
                Words.name(row.rho()),
                Words.name(row.cumulativeRho()),
                row.epsYear() == null ? "–" : row.epsYear().toPlainString());
    }
}
