package com.opsatc.jobs.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.id.Sha256;
import com.opsatc.evidence.CitedRow;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.evidence.EvidenceRowBuilder;
import com.opsatc.evidence.EvidenceWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceTableTest {
    private static final Sha256 FILE = Sha256.of("extract");

    @Test
    void of_rowWithFurtherCitationsAndAttributes_namesThemAll() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EvidenceWriter writer = new EvidenceWriter(out, List.of(FILE))) {
            writer.add(EvidenceRowBuilder.builder()
                    .record("line")
                    .system("sap")
                    .file(FILE)
                    .row(1)
                    .key("VBELN 7 / POSNR 10")
                    .toFile(FILE)
                    .toRow(4L)
                    .toKey("VBELN 80")
                    .date(LocalDate.of(2026, 3, 2))
                    .contribution(1)
                    .weight(12_500)
                    .more(List.of(new CitedRow(FILE, 2, "VBELN 81"), new CitedRow(FILE, 3)))
                    .attributes(new TreeMap<>(Map.of("order-type", "ZOR", "material", "4711")))
                    .build());
            writer.finish("evidence/K-x.arrow");
        }

        assertThat(EvidenceTable.of(new EvidenceReader(new ByteArrayInputStream(out.toByteArray())))
                        .rows()
                        .toList())
                .singleElement()
                .asString()
                .isEqualTo("[line, sap, " + FILE.hex() + ", 1, VBELN 7 / POSNR 10, " + FILE.hex()
                        + ", 4, VBELN 80, 2026-03-02, 1, 12500, false, " + FILE.hex() + ":2 " + FILE.hex()
                        + ":3, VBELN 81; , material=4711; order-type=ZOR]");
    }
}
