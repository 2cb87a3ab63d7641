package com.opsatc.tenancy.key;

import com.google.crypto.tink.subtle.Hex;
import com.google.crypto.tink.subtle.Random;
import com.opsatc.contract.id.TenantId;
import com.opsatc.tenancy.disk.DurableFile;
import com.opsatc.tenancy.disk.ExclusiveFile;
import com.opsatc.tenancy.disk.PrivateDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the subjects of each tenant's audit log, in a file a tenant beside its salt, sealed by the root key; no backup may
 * include them.
 *
 * <p>Guarantee: after {@link #erase} what names the person in the entries before cannot be read again, by anyone, even with the
 * root key and a copy of the database; who comes back gets another key. Limit: copies of this directory made before, and scopes
 * that are open until they are closed.
 */
public final class SubjectKeys {
    private static final int ID_BYTES = 8;

    private final Path directory;
    private final RootKey root;

    public SubjectKeys(Path directory, RootKey root) {
        PrivateDirectory.requirePrivate(directory);
        this.directory = directory;
        this.root = root;
    }

    /** All subjects of a tenant, with one of this name as its own, whose key is made the first time. */
    public SubjectRing open(TenantId tenant, String name) {
        List<Subject> known = read(tenant);
        Optional<Subject> own = named(known, name);
        if (own.isPresent()) {
            return new SubjectRing(own.get(), known);
        }

        try (ExclusiveFile turn = turn()) {
            List<Subject> all = read(tenant); // another process may have been first
            if (named(all, name).isEmpty()) {
                all.add(new Subject(Hex.encode(Random.randBytes(ID_BYTES)), name, Random.randBytes(TenantKey.BYTES)));
                write(tenant, all);
            }

            return new SubjectRing(named(all, name).orElseThrow(), all);
        }
    }

    /** The id that a person had whose key is destroyed now; empty when there is none of this name. */
    public Optional<String> erase(TenantId tenant, String name) {
        try (ExclusiveFile turn = turn()) {
            List<Subject> all = read(tenant);
            Optional<Subject> erased = named(all, name);
            if (erased.isPresent()) {
                all.remove(erased.get());
                write(tenant, all);
            }

            return erased.map(Subject::id);
        }
    }

    /** Where a tenant's subjects are, for whoever destroys the tenant's key. */
    static Path file(Path directory, TenantId tenant) {
        return directory.resolve(tenant + ".subjects");
    }

    private static Optional<Subject> named(List<Subject> subjects, String name) {
        return subjects.stream().filter(subject -> subject.name().equals(name)).findFirst();
    }

    private List<Subject> read(TenantId tenant) {
        Path file = file(directory, tenant);
        List<Subject> subjects = new ArrayList<>();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return subjects;
        }

        try (var in =
                new DataInputStream(new ByteArrayInputStream(root.unwrap(Files.readAllBytes(file), context(tenant))))) {
            for (int left = in.readInt(); left > 0; left--) {
                String id = in.readUTF();
                String name = in.readUTF();
                byte[] key = new byte[TenantKey.BYTES];
                in.readFully(key);
                subjects.add(new Subject(id, name, key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return subjects;
    }

    private void write(TenantId tenant, List<Subject> subjects) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeInt(subjects.size());
            for (Subject subject : subjects) {
                out.writeUTF(subject.id());
                out.writeUTF(subject.name());
                out.write(subject.key());
            }
            DurableFile.replace(file(directory, tenant), root.wrap(bytes.toByteArray(), context(tenant)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExclusiveFile turn() {
        return ExclusiveFile.lock(directory.resolve("subjects.lock"));
    }

    private static byte[] context(TenantId tenant) {
        return LengthPrefixed.of("opsatc/v1", "subjects", tenant.value());
    }
}
