package com.opsatc.telemetry.release;

import com.opsatc.contract.telemetry.ReleaseRow;
import com.opsatc.contract.telemetry.ReleaseStatus;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.exact.RestrictedStore;
import com.opsatc.telemetry.ledger.LedgerEntry;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.publish.ReleaseFolder;
import com.opsatc.telemetry.testing.ExactFixtures;
import com.opsatc.telemetry.testing.MemoryStore;
import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.telemetry.testing.SampleManifests;
import com.opsatc.tenancy.scope.PlatformScope;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A week, or some days, of releases of its own: a restricted zone, a folder of its own, and the real ledger in Postgres. */
final class ReleaseLab implements AutoCloseable {
    static final int DAYS = 7;
    static final Instant NOW = RealPlatform.NOW;
    static final ReleaseStep.Listener NOBODY = (step, day) -> {};

    /** Passes each test's own week of releases to its constructor or method, and closes it after the test. */
    static final class Extension implements ParameterResolver {
        private static final Namespace OF_TEST = Namespace.create(Extension.class);

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ReleaseLab.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(OF_TEST).getOrComputeIfAbsent(ReleaseLab.class, type -> new ReleaseLab());
        }
    }

    final PlatformScope scope;
    final RestrictedStore store;
    final LocalDate first;
    final Manifest manifest = SampleManifests.shipped();
    final ReleaseLedger ledger;
    final Path root;

    ReleaseLab() {
        this(DAYS);
    }

    ReleaseLab(int days) {
        this(RealPlatform.scope(), new MemoryStore(), RealPlatform.days(days), days);
    }

    /** With the platform's own encrypted store, which other processes read too. */
    static ReleaseLab encrypted() {
        PlatformScope scope = RealPlatform.scope();
        return new ReleaseLab(scope, RestrictedStore.of(scope), RealPlatform.days(DAYS), DAYS);
    }

    private ReleaseLab(PlatformScope scope, RestrictedStore store, LocalDate first, int days) {
        this(RealPlatform.folder().resolve("releases-from-" + first), scope, store, first, days);
    }

    ReleaseLab(Path root, PlatformScope scope, RestrictedStore store, LocalDate first) {
        this(root, scope, store, first, DAYS);
    }

    private ReleaseLab(Path root, PlatformScope scope, RestrictedStore store, LocalDate first, int days) {
        this.root = root;
        this.scope = scope;
        this.store = store;
        this.first = first;
        this.ledger = new DaysOf(ReleaseLedger.of(scope), first, first.plusDays(days));
    }

    /** The same week at another machine, which has the exact vectors and the ledger, but nothing else. */
    ReleaseLab elsewhere(Path folder) {
        MemoryStore copy = new MemoryStore();
        store.list("exact").forEach(path -> copy.write(path, store.read(path)));
        return new ReleaseLab(folder, scope, copy, first);
    }

    /** Commits the day so many days after the first. */
    LocalDate commit(int day, long units) {
        LocalDate date = first.plusDays(day);
        new ExactDays(store).commit(ExactFixtures.day(manifest, date, units, LocalDate.ofInstant(NOW, ZoneOffset.UTC)));
        return date;
    }

    List<ReleasedDay> release() {
        return release(20, NOBODY);
    }

    List<ReleasedDay> release(int contractedTenants, ReleaseStep.Listener steps) {
        return releaser(manifest, contractedTenants, ledger, steps).release();
    }

    Releaser releaser(Manifest by, int contractedTenants, ReleaseLedger charged, ReleaseStep.Listener steps) {
        Releaser.Zones zones = new Releaser.Zones(store, folder(), contractedTenants);
        return Releaser.stepping(new ReleaseRequest(by, "test", NOW), zones, charged, steps);
    }

    /** With another clock. */
    Releaser releaser(Instant now, int contractedTenants, ReleaseLedger charged) {
        Releaser.Zones zones = new Releaser.Zones(store, folder(), contractedTenants);
        return Releaser.stepping(new ReleaseRequest(manifest, "test", now), zones, charged, NOBODY);
    }

    ReleaseFolder folder() {
        return ReleaseFolder.open(root);
    }

    /** The ledger's states of a day, without repeats. */
    TreeSet<LedgerEntry.State> states(LocalDate day) {
        TreeSet<LedgerEntry.State> states = new TreeSet<>();
        ledger.list().stream().filter(entry -> entry.day().equals(day)).forEach(entry -> states.add(entry.state()));
        return states;
    }

    /** What readers are told of a day, without repeats. */
    TreeSet<ReleaseStatus> published(LocalDate day) {
        TreeSet<ReleaseStatus> statuses = new TreeSet<>();
        folder().read(day).release().stream().map(ReleaseRow::status).forEach(statuses::add);
        return statuses;
    }

    @Override
    public void close() {
        scope.close();
    }
}
