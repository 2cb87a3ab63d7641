package com.opsatc.process.run.input;

import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.store.StoredDamage;
import com.opsatc.tenancy.run.Head;
import com.opsatc.tenancy.run.Heads;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.Run;
import com.opsatc.tenancy.run.RunLedger;
import com.opsatc.tenancy.run.StoredTables.Depth;
import com.opsatc.tenancy.scope.TenantScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run builds on: the last head whose manifest can be read, and what of its tables is damaged.
 *
 * @param last the tenant's last head; empty where it has published nothing
 * @param published the last head with a manifest that can be read; empty where there is none
 * @param passed files that heads after that one had read, as their quality documents tell
 * @param unknown heads after that one of which nothing tells what they had read
 */
public record Foundation(
        TenantId tenant,
        Optional<Head> last,
        Optional<Published> published,
        List<FileQuality> passed,
        List<Long> unknown,
        Damage damage) {
    public Foundation {
        passed = List.copyOf(passed);
        unknown = List.copyOf(unknown);
    }

    /** A published run as it stands. */
    public static Foundation of(Published published) {
        return new Foundation(
                published.manifest().tenant(),
                Optional.of(published.head()),
                Optional.of(published),
                List.of(),
                List.of(),
                Damage.NONE);
    }

    /** What the tenant's next run builds on. */
    public static Foundation find(RunEnvironment environment) {
        TenantScope scope = environment.scope();
        List<Head> heads = new ArrayList<>(Heads.list(scope));
        Collections.reverse(heads);
        Damage damage = Damage.NONE;
        List<FileQuality> passed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        Optional<Published> published = Optional.empty();
        for (Head head : heads) {
            published = readable(scope, head);
            if (published.isPresent()) {
                break;
            }

            damage = damage.and(Damage.of(head.manifestPath()));
            Optional<List<FileQuality>> files = filesOf(scope, head);
            files.ifPresentOrElse(passed::addAll, () -> unknown.add(head.sequence()));
        }

        if (published.isPresent()) {
            damage = damage.and(Damage.ofTables(environment, published.get().manifest(), depth(scope)));
        }

        return new Foundation(scope.tenant(), heads.stream().findFirst(), published, passed, unknown, damage);
    }

    /** The same with more damage known. */
    public Foundation with(Damage more) {
        return new Foundation(tenant, last, published, passed, unknown, damage.and(more));
    }

    public Optional<RunManifest> manifest() {
        return published.map(Published::manifest);
    }

    /** Digest of the last head's manifest, readable or not. */
    public Optional<Sha256> lastManifest() {
        return last.map(Head::manifestSha256);
    }

    /** Sequence of the last head; 0 where there is none. */
    public long sequence() {
        return last.map(Head::sequence).orElse(0L);
    }

    /** Whether the rows that were admitted of a source, or kept out, are damaged: all of them are read again then. */
    boolean lostRows(SourceSpec source) {
        return AdmittedTables.names(source).stream().anyMatch(damage.tables()::contains);
    }

    /** The tables that can be built on, by name. */
    public SortedMap<String, Long> snapshots(List<SourceSpec> sources) {
        SortedMap<String, Long> sound = new TreeMap<>(
                manifest().<Map<String, Long>>map(RunManifest::snapshots).orElse(Map.of()));
        sound.keySet().removeAll(damage.tables());
        sources.stream()
                .filter(this::lostRows)
                .forEach(source -> sound.keySet().removeAll(AdmittedTables.names(source)));
        return sound;
    }

    private static Optional<Published> readable(TenantScope scope, Head head) {
        try {
            return Optional.of(Published.of(scope, head));
        } catch (PipelineException e) {
            if (StoredDamage.behind(e).isEmpty()) {
                throw e;
            }

            return Optional.empty();
        }
    }

    /** The files whose rows a head had; empty where nothing tells. */
    private static Optional<List<FileQuality>> filesOf(TenantScope scope, Head head) {
        return Published.leftOf(scope, head, Documents.QUALITY.name())
                .map(bytes -> CanonicalJson.read(bytes, QualityDocument.class).files().stream()
                        .filter(file -> !file.setAside())
                        .toList());
    }

    /** After an attempt that met damage where a look at the files' ends had found none, every byte is looked at. */
    private static Depth depth(TenantScope scope) {
        return RunLedger.list(scope).stream()
                        .findFirst()
                        .filter(run -> run.state() == Run.State.FAILED && run.errorCode() == ErrorCode.STORE)
                        .isPresent()
                ? Depth.TO_THE_END
                : Depth.OPENED;
    }
}
