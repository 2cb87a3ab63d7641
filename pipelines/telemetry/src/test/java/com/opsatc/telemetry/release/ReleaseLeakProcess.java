package com.opsatc.telemetry.release;

import com.opsatc.telemetry.aggregate.Runner;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.export.ViewFiles;
import com.opsatc.telemetry.ingest.Ingest;
import com.opsatc.telemetry.ingest.IngestRequest;
import com.opsatc.telemetry.ingest.IngestResult;
import com.opsatc.telemetry.publish.ProbeLane;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.MemoryStore;
import com.opsatc.telemetry.testing.PlantedInput;
import com.opsatc.telemetry.testing.RealPlatform;
import com.opsatc.tenancy.scope.PlatformScope;
import com.opsatc.tenancy.scope.Tenancy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A process of its own that ingests and releases what it is given, and says all that a release can say. */
final class ReleaseLeakProcess {
    /** Of the folder that it runs in. */
    static final String RELEASE = "release";

    private ReleaseLeakProcess() {}

    /** Arguments: the platform's folder, those of the input and the output, and the first of a week whose last day is planted. */
    public static void main(String[] arguments) {
        Path input = Path.of(arguments[1]);
        LocalDate first = LocalDate.parse(arguments[3]);
        LocalDate last = first.plusDays(ReleaseLab.DAYS - 1L);
        MemoryStore store = new MemoryStore();
        try (Tenancy tenancy = RealPlatform.open(Path.of(arguments[0]));
                PlatformScope scope = RealPlatform.scope(tenancy)) {
            ReleaseLab lab = new ReleaseLab(Path.of(arguments[2]).resolve(RELEASE), scope, store, first);
            IngestResult counted = Ingest.run(
                    new IngestRequest(
                            lab.manifest,
                            LocalDate.ofInstant(ReleaseLab.NOW, ZoneOffset.UTC),
                            last,
                            PlantedInput.tenants(input),
                            PlantedInput.probe(input)),
                    new ExactDays(store),
                    new CountingKeys(),
                    Runner.direct(2));
            System.out.println(lab.release());
            ProbeLane.of(lab.folder()).put(counted.figures());
            System.out.println(new ViewFiles(lab.folder(), lab.manifest, "test").replace(20));
            System.out.println(lab.ledger.list());
            lab.folder().days().forEach(day -> System.out.println(lab.folder().read(day)));
        }
    }
}
