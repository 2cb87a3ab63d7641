package com.opsatc.telemetry.publish;

import static com.opsatc.boundary.parquet.ParquetColumn.day;
import static com.opsatc.boundary.parquet.ParquetColumn.number;
import static com.opsatc.boundary.parquet.ParquetColumn.optionalDecimal;
import static com.opsatc.boundary.parquet.ParquetColumn.text;

import com.opsatc.boundary.parquet.ParquetPacking;
import com.opsatc.boundary.parquet.ParquetRecord;
import com.opsatc.boundary.parquet.ParquetTable;
import com.opsatc.contract.telemetry.Precision;
import com.opsatc.contract.telemetry.WindowRow;
import java.util.List;

/** Table {@code view_window}: one row a figure and window, computed from released cells alone. */
final class WindowTable {
    static final ParquetTable<WindowRow> TABLE = new ParquetTable<>(
            "view_window",
            List.of(
                    number("window_days", WindowRow::windowDays),
                    day("end_day", WindowRow::endDay),
                    text("metric", WindowRow::metric),
                    text("key", WindowRow::key),
                    text("service_area", WindowRow::serviceArea),
                    text("unit", WindowRow::unit),
                    optionalDecimal("value", WindowRow::value),
                    optionalDecimal("ci_low", WindowRow::ciLow),
                    optionalDecimal("ci_high", WindowRow::ciHigh),
                    text("precision", WindowRow::precision),
                    number("days_released", WindowRow::daysReleased),
                    optionalDecimal("eps_year", WindowRow::epsYear)),
            ParquetPacking.COMPRESSED);

    private WindowTable() {}

    static WindowRow row(ParquetRecord row) {
        return new WindowRow(
                row.number("window_days"),
                row.day("end_day"),
                row.text("metric"),
                row.text("key"),
                row.text("service_area"),
                row.text("unit"),
                row.decimal("value"),
                row.decimal("ci_low"),
                row.decimal("ci_high"),
                Precision.valueOf(row.text("precision")),
                row.number("days_released"),
                row.decimal("eps_year"));
    }
}
