package com.opsatc.telemetry.aggregate;

import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.telemetry.exact.ExactDays;
import com.opsatc.telemetry.ingest.Ingest;
import com.opsatc.telemetry.ingest.IngestRequest;
import com.opsatc.telemetry.ingest.IngestResult;
import com.opsatc.telemetry.input.IngestInventory;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.manifest.Manifest;
import com.opsatc.telemetry.testing.CountingKeys;
import com.opsatc.telemetry.testing.MemoryStore;
import com.opsatc.telemetry.testing.PlantedInput;
import com.opsatc.telemetry.testing.SampleManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.display.DisplayData;

/** A process of its own that ingests what it is given and says all that it can say, so that nothing else is in its output. */
final class LeakProcess {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Path input;
    private final Path output;
    private final Manifest manifest = SampleManifests.shipped();

    private LeakProcess(Path input, Path output) {
        this.input = input;
        this.output = output;
    }

    /** @param arguments the folder of the input, and the one of the output */
    public static void main(String[] arguments) throws IOException {
        LeakProcess process = new LeakProcess(Path.of(arguments[0]), Path.of(arguments[1]));
        process.ingest();
        process.fail();
        process.describe();
        process.spark();
    }

    private void ingest() throws IOException {
        MemoryStore store = new MemoryStore();
        ExactDays exact = new ExactDays(store);
        IngestRequest request = new IngestRequest(manifest, DAY.plusDays(1), DAY, tenants(), probe());
        IngestResult result = Ingest.run(request, exact, new CountingKeys(), Runner.direct(2));
        System.out.println(result);
        System.out.println(CanonicalJson.pretty(result));
        System.out.println(exact.read(DAY));
        save(store, "exact");
        exact.expire(DAY.plusDays(30));
        save(store, "expired");
    }

    private void save(MemoryStore store, String folder) throws IOException {
        for (String path : store.list(folder)) {
            Files.write(output.resolve(path.replace('/', '-')), store.read(path));
        }
    }

    /** What goes wrong with files that carry canaries. */
    private void fail() {
        Request missing = request(List.of(input.resolve("missing")));
        report(() -> Aggregator.run(missing, new CountingKeys(), Runner.direct(1)));
        report(() -> Aggregator.run(request(tenants()), () -> new byte[3], Runner.direct(1)));
        report(() -> Aggregator.run(
                request(tenants()),
                () -> {
                    throw new IllegalStateException("no key");
                },
                Runner.direct(1)));
    }

    private static void report(Runnable failing) {
        try {
            failing.run();
        } catch (PipelineException e) {
            System.out.println(e);
            e.printStackTrace();
            return;
        }
        throw new IllegalStateException("It should have failed");
    }

    /** What Beam knows of the pipeline: its steps, their display data, its options and its metrics. */
    private void describe() {
        try (DayKeys keys = DayKeys.open(new CountingKeys());
                PipelineResults results = PipelineResults.open()) {
            Pipeline pipeline = new TelemetryPipeline(request(tenants()), keys.reference(), results.reference())
                    .build(Runner.direct(2), IngestInventory.of(tenants(), List.of()), inventories());
            pipeline.traverseTopologically(new Pipeline.PipelineVisitor.Defaults() {
                @Override
                public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                    System.out.println(node.getFullName() + " " + DisplayData.from(node.getTransform()));
                }
            });
            PipelineResult result = pipeline.run();
            result.waitUntilFinish();
            System.out.println(result.metrics().allMetrics());
            System.out.println(pipeline.getOptions());
            System.out.println(results.probe() + " " + results.vectors().keySet() + " "
                    + results.counts(PipelineResults.Lane.TENANTS));
        }
    }

    private void spark() {
        System.out.println(Aggregator.run(request(tenants()), new CountingKeys(), Runner.spark(2)));
    }

    private Request request(List<Path> files) {
        return new Request(manifest, Days.upTo(DAY), files, probe(), List.of(), 100_000);
    }

    private SortedMap<ProbeSource, IngestInventory> inventories() {
        SortedMap<ProbeSource, IngestInventory> inventories = new TreeMap<>();
        probe().forEach((source, files) -> inventories.put(source, IngestInventory.of(files, List.of())));
        return inventories;
    }

    private List<Path> tenants() {
        return PlantedInput.tenants(input);
    }

    private SortedMap<ProbeSource, List<Path>> probe() {
        return PlantedInput.probe(input);
    }
}
