package com.opsatc.jobs.simulate.check;

import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.QualityDocument.QuarantineCount;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.jobs.simulate.PlantedTruth;
import com.opsatc.jobs.simulate.extract.DeliveryFaults;
import com.opsatc.jobs.simulate.extract.DeliveryFaults.BadRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Planted faults of delivery beside what the quality document says became of each file. */
final class FaultCheck {
    private final QualityDocument quality;

    FaultCheck(CheckedDocuments documents) {
        this.quality = documents.quality();
    }

    List<CheckLine> lines(PlantedTruth truth) {
        List<CheckLine> lines = new ArrayList<>();
        for (DeliveryFaults faults : List.of(truth.orderFaults(), truth.ticketFaults())) {
            lines.add(duplicates(faults));
            lines.add(resent(faults));
            lines.add(refused(faults));
            lines.add(quarantined(faults));
        }

        return lines;
    }

    private CheckLine duplicates(DeliveryFaults faults) {
        long found = files(faults.duplicates().table()).stream()
                .filter(file -> !file.name().endsWith(faults.resent().file()))
                .mapToLong(FileQuality::duplicate)
                .sum();
        return CheckLine.equal(
                "rows of " + faults.duplicates().table() + " in two files",
                faults.duplicates().rows() + " duplicate",
                found + " duplicate");
    }

    /** A file is known by its bytes: its second name adds no rows. */
    private CheckLine resent(DeliveryFaults faults) {
        String table = faults.resent().table();
        long distinct = files(table).stream().map(FileQuality::file).distinct().count();
        long admitted = files(table).stream()
                .filter(file -> file.admitted() > 0)
                .map(FileQuality::file)
                .distinct()
                .count();
        long entries = files(table).stream().filter(file -> file.admitted() > 0).count();
        return new CheckLine(
                "file of " + table + " sent again renamed",
                "admitted once",
                entries == admitted ? "admitted once" : "admitted again",
                entries == admitted && distinct > 0);
    }

    private CheckLine refused(DeliveryFaults faults) {
        String found = quality.files().stream()
                .filter(file -> file.name().endsWith(faults.refused().file()))
                .map(file -> file.status() + " " + file.reason())
                .findFirst()
                .orElse("nothing");
        return CheckLine.equal(
                "broken file of " + faults.refused().table(),
                FileQuality.REFUSED + " " + faults.refused().reason(),
                found);
    }

    private CheckLine quarantined(DeliveryFaults faults) {
        String planted = faults.badRows().stream()
                .map(bad -> bad.table().toLowerCase(Locale.ROOT) + " " + bad.fault() + " " + bad.rows())
                .sorted()
                .collect(Collectors.joining(", "));
        List<String> tables = faults.badRows().stream().map(BadRows::table).toList();
        String found = quality.quarantine().stream()
                .filter(count -> tables.stream().anyMatch(table -> table.equalsIgnoreCase(count.stream())))
                .map(FaultCheck::counted)
                .sorted()
                .collect(Collectors.joining(", "));
        return CheckLine.equal("rows that do not fit", planted, found);
    }

    /** A missing column of a key may be reported as either. */
    private static String counted(QuarantineCount count) {
        String fault = count.reason().replaceAll(":.*", "").replace("key-missing", "required");
        return count.stream().toLowerCase(Locale.ROOT) + " " + fault + " " + count.rows();
    }

    private List<FileQuality> files(String table) {
        return quality.files().stream()
                .filter(file -> file.stream().equalsIgnoreCase(table))
                .toList();
    }
}
