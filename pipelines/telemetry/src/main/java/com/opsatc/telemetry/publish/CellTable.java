package com.opsatc.telemetry.publish;

import static com.opsatc.telemetry.publish.ParquetColumn.day;
import static com.opsatc.telemetry.publish.ParquetColumn.number;
import static com.opsatc.telemetry.publish.ParquetColumn.optionalText;
import static com.opsatc.telemetry.publish.ParquetColumn.optionalWhole;
import static com.opsatc.telemetry.publish.ParquetColumn.text;

import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.CellRow;
import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

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
            CellTable::row,
            CompressionCodecName.UNCOMPRESSED);

    private CellTable() {}

    private static CellRow row(ParquetRecord row) {
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
