package com.opsatc.jobs.cli.export;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.ExportManifest;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.evidence.EvidenceReader;
import com.opsatc.jobs.cli.output.Table;
import com.opsatc.jobs.cli.view.DocumentView;
import com.opsatc.jobs.cli.view.EvidenceTable;
import com.opsatc.jobs.cli.view.Views;
import com.opsatc.jobs.host.ProductVersion;
import com.opsatc.tenancy.disk.DurableDirectory;
import com.opsatc.tenancy.run.Published;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Writes the documents of one run into a folder: a file for each table, or each document as it was published, the rows of
 * evidence, and a manifest that says what is there, with digests, and what is not.
 *
 * <p>The same run in the same format gives the same bytes.
 */
public final class DocumentExport {
    private static final String EVIDENCE = "evidence/";
    private static final String SEEN_AS_PAGE = "It is a page; opsatc report writes it.";
    private static final String NO_TABLE = "It has no table; --format json writes it as it was published.";
    private static final String NOT_PUBLISHED = "The run published none; an earlier build made it.";
    private static final String NOT_ASKED_FOR = "It was left out as asked for.";

    private final Published published;
    private final DurableDirectory folder;
    private final ExportFormat format;
    private final Gate gate;
    private final List<ExportManifest.ExportedFile> files = new ArrayList<>();
    private final List<ExportManifest.LeftOut> leftOut = new ArrayList<>();

    /** Records that documents leave the store, or refuses them. */
    @FunctionalInterface
    public interface Gate {
        /** @param evidence whether they are of rows that figures rest on */
        void pass(List<String> documents, boolean evidence);
    }

    public DocumentExport(Published published, DurableDirectory folder, ExportFormat format, Gate gate) {
        this.published = requireNonNull(published, "published");
        this.folder = requireNonNull(folder, "folder");
        this.format = requireNonNull(format, "format");
        this.gate = requireNonNull(gate, "gate");
    }

    /**
     * Writes everything, the manifest last; the folder is the caller's to publish.
     *
     * @param withEvidence whether the rows that figures rest on are written too
     */
    public ExportManifest write(boolean withEvidence) throws IOException {
        KpisDocument kpis = published.read(Documents.KPIS);
        Map<String, String> titles =
                kpis.kpis().stream().collect(Collectors.toMap(KpiValue::id, KpiValue::title, (first, second) -> first));
        gate.pass(leaving(), /* evidence= */ false);
        gate.pass(withEvidence ? evidence() : List.of(), /* evidence= */ true);
        for (DocumentType<?> document : Documents.ALL) {
            Optional<byte[]> bytes = published.find(document.name());
            if (bytes.isPresent()) {
                document(document, bytes.get(), titles);
            } else {
                leftOut.add(new ExportManifest.LeftOut(document.name(), NOT_PUBLISHED));
            }
        }
        for (String name : evidence()) {
            if (withEvidence) {
                rows(name);
            } else {
                leftOut.add(new ExportManifest.LeftOut(name, NOT_ASKED_FOR));
            }
        }

        ExportManifest manifest = new ExportManifest(
                header(kpis.header()), published.head().manifestSha256(), format.toString(), files, leftOut);
        try (OutputStream out = folder.file(ExportManifest.NAME)) {
            out.write(CanonicalJson.write(manifest));
        }
        return manifest;
    }

    private void document(DocumentType<?> document, byte[] bytes, Map<String, String> titles) throws IOException {
        boolean asPublished = format == ExportFormat.JSON;
        if (!leaves(document)) {
            leftOut.add(new ExportManifest.LeftOut(document.name(), document.isJson() ? NO_TABLE : SEEN_AS_PAGE));
            return;
        }

        if (asPublished) {
            try (WrittenFile file = file(document.name())) {
                file.write(bytes);
                files.add(file.finished(document.name(), /* rows= */ null));
            }
            return;
        }

        for (DocumentView.Titled titled : view(document).orElseThrow().tables(bytes, titles)) {
            String name = document.key() + (titled.name().isEmpty() ? "" : "-" + titled.name());
            table(name + "." + format, document.name(), titled.table());
        }
    }

    private boolean leaves(DocumentType<?> document) {
        return document.isJson()
                && (format == ExportFormat.JSON || view(document).isPresent());
    }

    private static Optional<DocumentView<?>> view(DocumentType<?> document) {
        return Views.ALL.stream()
                .filter(each -> each.document().equals(document))
                .findFirst();
    }

    /** The documents of the run that are about to be written. */
    private List<String> leaving() {
        Set<String> there = published.manifest().documents().stream()
                .map(RunManifest.Document::name)
                .collect(Collectors.toSet());
        return Documents.ALL.stream()
                .filter(this::leaves)
                .map(DocumentType::name)
                .filter(there::contains)
                .toList();
    }

    private void rows(String document) throws IOException {
        String name = withoutEnding(document);
        try (EvidenceReader reader = new EvidenceReader(published.stream(document))) {
            if (format == ExportFormat.JSON) {
                lines(name + ".jsonl", document, reader);
            } else {
                table(name + "." + format, document, EvidenceTable.of(reader));
            }
        }
    }

    private void lines(String name, String document, EvidenceReader reader) throws IOException {
        try (WrittenFile file = file(name)) {
            long rows = 0;
            while (reader.hasNext()) {
                file.write(CanonicalJson.write(reader.next()));
                file.write('\n');
                rows++;
            }
            files.add(file.finished(document, rows));
        }
    }

    private void table(String name, String document, Table table) throws IOException {
        AtomicLong rows = new AtomicLong();
        Table counted = new Table(table.columns(), table.rows().peek(row -> rows.incrementAndGet()));
        try (WrittenFile file = file(name)) {
            format.write(counted, file);
            files.add(file.finished(document, rows.get()));
        }
    }

    private WrittenFile file(String name) throws IOException {
        return new WrittenFile(name, folder.file(name));
    }

    private List<String> evidence() {
        return published.manifest().documents().stream()
                .map(RunManifest.Document::name)
                .filter(name -> name.startsWith(EVIDENCE))
                .sorted(Comparator.comparing(DocumentExport::withoutEnding))
                .toList();
    }

    private static String withoutEnding(String document) {
        return document.substring(0, document.lastIndexOf('.'));
    }

    private static DocumentHeader header(DocumentHeader of) {
        return new DocumentHeader(
                SchemaFile.EXPORT.id(),
                SchemaFile.EXPORT.version(),
                of.tenant(),
                of.runId(),
                of.asOf(),
                of.zone(),
                "opsatc " + ProductVersion.text(),
                of.processTitles());
    }
}
