package com.opsatc.process.admit.read;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.json.SchemaFile;
import com.opsatc.contract.quality.DeliveryNote;
import com.opsatc.tenancy.source.OpenedFile;
import com.opsatc.tenancy.source.ReadOnlySource;
import com.opsatc.tenancy.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The delivery notes of a source, files named {@code delivery.json}. They win over the names of files: what a note says of a
 * file itself, else what it says of its folder, else the same of the note in the folder above.
 */
public final class DeliveryNotes {
    static final String NAME = "delivery.json";
    static final String NO_NOTE = "not-a-delivery-note";
    private static final int MOST_BYTES = 1 << 20;

    private final Map<String, DeliveryNote> byFolder;

    private DeliveryNotes(Map<String, DeliveryNote> byFolder) {
        this.byFolder = byFolder;
    }

    /** The notes that lie in a source; one that is broken says nothing, and is refused where files are inspected. */
    public static DeliveryNotes in(SourceSpec source) {
        ReadOnlySource door = ReadOnlySource.of(source.path());
        Map<String, DeliveryNote> byFolder = new TreeMap<>();
        for (SourceFile file : door.files()) {
            if (isNote(file)) {
                read(door, file).ifPresent(note -> byFolder.put(folder(file.name()), note));
            }
        }

        return new DeliveryNotes(byFolder);
    }

    static boolean isNote(SourceFile file) {
        return file.name().substring(folder(file.name()).length()).equals(NAME);
    }

    /** Empty when the file is no delivery note. */
    static Optional<DeliveryNote> read(ReadOnlySource door, SourceFile file) {
        try (OpenedFile opened = door.open(file);
                InputStream in = opened.content()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return Optional.empty();
            }

            ContractSchemas.validate(SchemaFile.DELIVERY_NOTE, bytes);
            DeliveryNote note = CanonicalJson.read(bytes, DeliveryNote.class);
            note.files().values().forEach(DeliveryNotes::time);
            if (note.delivered() != null) {
                time(note.delivered());
            }

            return Optional.of(note);
        } catch (IOException | PipelineException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When a file was delivered, as the notes tell; empty when none does. */
    public Optional<LocalDateTime> deliveredAt(String fileName) {
        String folder = folder(fileName);
        return told(folder, fileName).or(() -> folder.isEmpty() ? Optional.empty() : told("", fileName));
    }

    private Optional<LocalDateTime> told(String folder, String fileName) {
        DeliveryNote note = byFolder.get(folder);
        if (note == null) {
            return Optional.empty();
        }

        String own = note.files().get(fileName.substring(folder.length()));
        return Optional.ofNullable(own == null ? note.delivered() : own).map(DeliveryNotes::time);
    }

    private static LocalDateTime time(String text) {
        return text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalDate.parse(text).atStartOfDay();
    }

    /** With its slash; empty for the source itself. */
    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }
}
