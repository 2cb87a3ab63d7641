package com.opsatc.boundary.parquet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.parquet.example.data.Group;

/** A row that was read; an absent value is null where its column may be. */
public record ParquetRecord(Group group) {
    public String text(String name) {
        return absent(name) ? null : group.getString(name, 0);
    }

    public LocalDate day(String name) {
        return LocalDate.ofEpochDay(group.getInteger(name, 0));
    }

    public int number(String name) {
        return group.getInteger(name, 0);
    }

    public Long whole(String name) {
        return absent(name) ? null : (Long) group.getLong(name, 0);
    }

    public BigDecimal decimal(String name) {
        return absent(name) ? null : BigDecimal.valueOf(group.getLong(name, 0), ParquetColumn.DECIMALS);
    }

    private boolean absent(String name) {
        return group.getFieldRepetitionCount(name) == 0;
    }
}
