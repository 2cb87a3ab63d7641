package com.opsatc.telemetry.publish;

import static com.opsatc.boundary.parquet.ParquetColumn.day;
import static com.opsatc.boundary.parquet.ParquetColumn.optionalDecimal;
import static com.opsatc.boundary.parquet.ParquetColumn.text;

import com.opsatc.boundary.parquet.ParquetPacking;
import com.opsatc.boundary.parquet.ParquetRecord;
import com.opsatc.boundary.parquet.ParquetTable;
import com.opsatc.contract.telemetry.LedgerRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import java.util.List;

/** Table {@code ledger_public}: one row a block and day, what it cost. */
final class LedgerTable {
    static final ParquetTable<LedgerRow> TABLE = new ParquetTable<>(
            "ledger_public",
            List.of(
                    day("day", LedgerRow::day),
                    text("block_id", LedgerRow::blockId),
                    text("status", LedgerRow::status),
                    text("rho", LedgerRow::rho),
                    text("cumulative_rho", LedgerRow::cumulativeRho),
                    optionalDecimal("eps_year", LedgerRow::epsYear)),
            ParquetPacking.COMPRESSED);

    private LedgerTable() {}

    static LedgerRow row(ParquetRecord row) {
        return new LedgerRow(
                row.day("day"),
                row.text("block_id"),
                ReleaseStatus.valueOf(row.text("status")),
                row.text("rho"),
                row.text("cumulative_rho"),
                row.decimal("eps_year"));
    }
}
