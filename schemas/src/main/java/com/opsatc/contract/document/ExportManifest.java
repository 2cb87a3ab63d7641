package com.opsatc.contract.document;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.id.Sha256;
import java.util.List;

/**
 * What a folder of exported documents holds: the file {@code export.json} in it, written last.
 *
 * @param runManifest digest of the manifest of the run whose documents they are
 * @param format {@code json}, {@code csv}, {@code parquet} or {@code arrow}
 * @param files by document, in the order of the catalogue, evidence last
 * @param leftOut documents that are not in the folder, each with the reason
 */
public record ExportManifest(
        DocumentHeader header, Sha256 runManifest, String format, List<ExportedFile> files, List<LeftOut> leftOut) {
    /** Its name in the folder. */
    public static final String NAME = "export.json";

    public ExportManifest {
        requireNonNull(header, "header");
        requireNonNull(runManifest, "runManifest");
        requireNonNull(format, "format");
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A file of the folder.
     *
     * @param name its path in the folder, e.g. {@code edges.parquet}
     * @param document the published document that it was made from, e.g. {@code edges.json}
     * @param rows how many rows it has; null for a document as it was published
     */
    public record ExportedFile(String name, String document, Long rows, long bytes, Sha256 sha256) {
        public ExportedFile {
            requireNonNull(name, "name");
            requireNonNull(document, "document");
            requireNonNull(sha256, "sha256");
        }
    }

    /** A document that is not in the folder, and why. */
    public record LeftOut(String document, String reason) {
        public LeftOut {
            requireNonNull(document, "document");
            requireNonNull(reason, "reason");
        }
    }
}
