package com.opsatc.telemetry.publish;

import static com.opsatc.boundary.parquet.ParquetColumn.day;
import static com.opsatc.boundary.parquet.ParquetColumn.number;
import static com.opsatc.boundary.parquet.ParquetColumn.optionalText;
import static com.opsatc.boundary.parquet.ParquetColumn.optionalWhole;
import static com.opsatc.boundary.parquet.ParquetColumn.text;

import com.opsatc.boundary.parquet.ParquetPacking;
import com.opsatc.boundary.parquet.ParquetRecord;
import com.opsatc.boundary.parquet.ParquetTable;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.CellRow;
import java.util.List;

/** Table {@code cell}: one row a cell and day, the noisy sum. */
final class CellTable {
    static final ParquetTable<CellRow> TABLE = new ParquetTable<>(
            "cell",
            List.of(
                    text("release_id", CellRow::releaseId),
                    day("day", CellRow::day),
                    text("block_id", CellRow::blockId),
                    text("service_area", CellRow::serviceArea),
                    number("cell_index", CellRow::cellIndex),
                    optionalWhole("le_us", CellRow::leUs),
                    optionalText("key", CellRow::key),
                    optionalWhole("noisy_units", CellRow::noisyUnits)),
            ParquetPacking.PLAIN);

    private CellTable() {}

    static CellRow row(ParquetRecord row) {
        return new CellRow(
                new Sha256(row.text("release_id")),
                row.day("day"),
                row.text("block_id"),
                row.text("service_area"),
                row.number("cell_index"),
                row.whole("le_us"),
                row.text("key"),
                row.whole("noisy_units"));
    }
}
