package com.opsatc.telemetry.input;

import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The files of an ingest, looked at once before anything is counted: digests, what earlier ingests have read of them, and
 * which cannot be read as a whole.
 *
 * @param files to read, ordered by digest, so that neither names nor order of the arguments matter
 * @param refused names of files that are not read, with the reason
 */
public record IngestInventory(List<InputFile> files, SortedMap<String, Refusal> refused) {
    private static final int BUFFER_BYTES = 1 << 16;
    /** The first byte of a length below 150 MiB; a line of JSON begins with none of these. */
    private static final int LARGEST_LENGTH_BYTE = 0x08;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    public IngestInventory {
        files = List.copyOf(files);
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /**
     * Looks at files. Of one that its process may still add to, by its name, only the whole lines are looked at.
     *
     * @param known what earlier ingests have read
     * @throws PipelineException (configuration) naming a file that is missing, not readable or not a regular file
     */
    public static IngestInventory of(List<Path> paths, Collection<FileMark> known) {
        SortedMap<FileMark, InputFile> byMark = new TreeMap<>();
        SortedMap<String, Refusal> refused = new TreeMap<>();
        for (Path path : paths) {
            try {
                Refusal reason = OpenFile.underEitherName(path, named -> take(named, known, byMark));
                if (reason != null) {
                    refused.put(path.toString(), reason);
                }
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }
        return new IngestInventory(new ArrayList<>(byMark.values()), refused);
    }

    /** Adds a file to those that are read; why not, or null when it was added. */
    private static Refusal take(Path path, Collection<FileMark> known, SortedMap<FileMark, InputFile> byMark)
            throws IOException {
        requireRegular(path);
        Refusal reason = refusal(path);
        if (reason != null) {
            return reason;
        }

        InputFile file = look(path, known);
        return byMark.putIfAbsent(file.mark(), file) == null ? null : Refusal.FILE_REPEATED;
    }

    /** The digests of the files to read. */
    public List<FileMark> marks() {
        return files.stream().map(InputFile::mark).toList();
    }

    /** Files read and refused. */
    public ReadCounts counts() {
        ReadCounts.Tally tally = new ReadCounts.Tally();
        files.forEach(file -> tally.file());
        refused.values().forEach(reason -> {
            tally.file();
            tally.refused(reason, 1);
        });
        return tally.counts();
    }

    /** For each file that is not read, what to do about it. */
    public List<String> messages() {
        List<String> messages = new ArrayList<>();
        refused.forEach((name, reason) -> messages.add("Cannot read telemetry file " + name + ": "
                + switch (reason) {
                    case FILE_LENGTH_PREFIXED ->
                        "it holds messages after their lengths, not lines; set the collector's file exporter to format:"
                                + " json without compression";
                    case FILE_TRUNCATED -> "it is a gzip file that ends early or is damaged; deliver it again";
                    default -> "another file of this ingest holds the same bytes; nothing to do";
                }));
        return messages;
    }

    private static void requireRegular(Path path) throws IOException {
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isRegularFile()) {
            throw unreadable(path, null);
        }
    }

    private static PipelineException unreadable(Path path, IOException cause) {
        return new PipelineException(
                ErrorCode.CONFIGURATION,
                "Cannot read telemetry file " + path
                        + ": it is missing, not readable, or no regular file; name files, not" + " folders or links",
                cause);
    }

    /** Why nothing of the file can be read; null when it can. */
    private static Refusal refusal(Path path) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            if (!gzip(path)) {
                return lengthPrefixed(raw.readNBytes(Integer.BYTES + 1)) ? Refusal.FILE_LENGTH_PREFIXED : null;
            }

            try (InputStream plain = new GZIPInputStream(raw, BUFFER_BYTES)) {
                boolean prefixed = lengthPrefixed(plain.readNBytes(Integer.BYTES + 1));
                plain.transferTo(OutputStream.nullOutputStream());
                return prefixed ? Refusal.FILE_LENGTH_PREFIXED : null;
            } catch (EOFException | ZipException e) {
                return Refusal.FILE_TRUNCATED;
            }
        }
    }

    private static boolean lengthPrefixed(byte[] first) {
        return first.length > Integer.BYTES && first[0] >= 0 && first[0] <= LARGEST_LENGTH_BYTE;
    }

    private static boolean gzip(Path path) throws IOException {
        try (InputStream raw = Files.newInputStream(path)) {
            return raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        }
    }

    private static InputFile look(Path path, Collection<FileMark> known) throws IOException {
        boolean gzip = gzip(path);
        long end = !gzip && OpenFile.isOpen(path) ? OpenFile.wholeLineBytes(path) : Long.MAX_VALUE;
        Prefixes prefixes = new Prefixes(known, end);
        try (InputStream raw = prefixes.over(Files.newInputStream(path))) {
            raw.transferTo(OutputStream.nullOutputStream());
        }

        long knownBytes = prefixes.known();
        // Of a compressed file that grew, nobody can say which lines are new: none count as late.
        return new InputFile(path, prefixes.whole(), gzip, gzip && knownBytes > 0 ? Long.MAX_VALUE : knownBytes);
    }

    /** Digests of the first bytes of a stream, at every length that is known; nothing behind its end is read. */
    private static final class Prefixes {
        private final SortedMap<Long, List<Sha256>> known = new TreeMap<>();
        private final MessageDigest digest = Sha256.digest();
        private final long end;
        private long bytes;
        private long knownBytes;

        private Prefixes(Collection<FileMark> marks, long end) {
            this.end = end;
            marks.forEach(mark -> known.computeIfAbsent(mark.bytes(), none -> new ArrayList<>())
                    .add(mark.sha256()));
        }

        private InputStream over(InputStream in) {
            return new FilterInputStream(in) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    if (bytes == end) {
                        return -1;
                    }

                    int count = super.read(buffer, offset, (int) Math.min(length, end - bytes));
                    if (count > 0) {
                        took(buffer, offset, count);
                    }
                    return count;
                }
            };
        }

        private void took(byte[] buffer, int offset, int count) {
            int from = offset;
            int left = count;
            for (long length :
                    List.copyOf(known.subMap(bytes + 1, bytes + count + 1).keySet())) {
                int part = (int) (length - bytes);
                digest.update(buffer, from, part);
                from += part;
                left -= part;
                bytes = length;
                if (known.get(length).contains(soFar())) {
                    knownBytes = length;
                }
            }
            digest.update(buffer, from, left);
            bytes += left;
        }

        private Sha256 soFar() {
            try {
                return Sha256.finish((MessageDigest) digest.clone());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("The platform's SHA-256 can be continued", e);
            }
        }

        private long known() {
            return knownBytes;
        }

        private FileMark whole() {
            return new FileMark(soFar(), bytes);
        }
    }
}
