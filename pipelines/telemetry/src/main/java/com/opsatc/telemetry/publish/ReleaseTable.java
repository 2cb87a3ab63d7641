package com.opsatc.telemetry.publish;

import static com.opsatc.boundary.parquet.ParquetColumn.day;
import static com.opsatc.boundary.parquet.ParquetColumn.optionalDecimal;
import static com.opsatc.boundary.parquet.ParquetColumn.optionalText;
import static com.opsatc.boundary.parquet.ParquetColumn.text;
import static com.opsatc.boundary.parquet.ParquetColumn.whole;

import com.opsatc.boundary.parquet.ParquetPacking;
import com.opsatc.boundary.parquet.ParquetRecord;
import com.opsatc.boundary.parquet.ParquetTable;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import java.util.List;

/** Table {@code release}: one row a block and day, how it was protected. */
final class ReleaseTable {
    static final ParquetTable<ReleaseRow> TABLE = new ParquetTable<>(
            "release",
            List.of(
                    text("release_id", ReleaseRow::releaseId),
                    text("manifest_version", ReleaseRow::manifestVersion),
                    text("manifest_sha256", ReleaseRow::manifestSha256),
                    day("day", ReleaseRow::day),
                    text("block_id", ReleaseRow::blockId),
                    text("status", ReleaseRow::status),
                    text("mechanism", ReleaseRow::mechanism),
                    optionalText("sigma2_num", ReleaseRow::sigma2Num),
                    optionalText("sigma2_den", ReleaseRow::sigma2Den),
                    whole("unit_scale", ReleaseRow::unitScale),
                    whole("sens_tenant", ReleaseRow::sensTenant),
                    whole("sens_user", ReleaseRow::sensUser),
                    optionalText("rho_num", ReleaseRow::rhoNum),
                    optionalText("rho_den", ReleaseRow::rhoDen),
                    optionalDecimal("eps_year_to_date", ReleaseRow::epsYearToDate),
                    optionalText("delta", ReleaseRow::delta),
                    text("code_version", ReleaseRow::codeVersion)),
            ParquetPacking.PLAIN);

    private ReleaseTable() {}

    static ReleaseRow row(ParquetRecord row) {
        return new ReleaseRow(
                new Sha256(row.text("release_id")),
                row.text("manifest_version"),
                new Sha256(row.text("manifest_sha256")),
                row.day("day"),
                row.text("block_id"),
                ReleaseStatus.valueOf(row.text("status")),
                row.text("mechanism"),
                row.text("sigma2_num"),
                row.text("sigma2_den"),
                row.whole("unit_scale"),
                row.whole("sens_tenant"),
                row.whole("sens_user"),
                row.text("rho_num"),
                row.text("rho_den"),
                row.decimal("eps_year_to_date"),
                row.text("delta"),
                row.text("code_version"));
    }
}
