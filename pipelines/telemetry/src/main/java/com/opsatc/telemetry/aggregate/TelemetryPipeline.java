package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.aggregate.PipelineResults.Lane;
import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.IngestInventory;
import com.opsatc.telemetry.input.InputFile;
import com.opsatc.telemetry.input.ProbeSource;
import com.opsatc.telemetry.input.ReadCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * The steps and how they follow on one another, for the tenants' lane and the probe's; they share nothing but the runner.
 *
 * @param keys reference of the day keys
 * @param results reference of where the result is left
 */
record TelemetryPipeline(Request request, String keys, String results) {
    Pipeline build(Runner runner, IngestInventory tenants, SortedMap<ProbeSource, IngestInventory> probe) {
        Pipeline pipeline = Pipeline.create(runner.options());
        tenants(pipeline, parts(tenants));
        probe(pipeline, parts(probe));
        return pipeline;
    }

    private void tenants(Pipeline pipeline, List<FilePart> parts) {
        PCollectionTuple read = spread(pipeline, "Tenants", parts, Coders.FILE_PART)
                .apply(
                        "ReadTenants",
                        ParDo.of(new ReadTenants(request.manifest(), request.days(), keys))
                                .withOutputTags(ReadTenants.USERS, TupleTagList.of(ReadTenants.READ)));
        read.get(ReadTenants.USERS)
                .setCoder(KvCoder.of(VarIntCoder.of(), Coders.USER_DAYS))
                .apply("SumByUser", Combine.perKey(new AggregationSteps.SumUserDays()))
                .apply("Bound", ParDo.of(new AggregationSteps.Bound(request.manifest())))
                .setCoder(KvCoder.of(VarIntCoder.of(), Coders.VECTOR))
                .apply("SumByDay", Combine.perKey(new AggregationSteps.SumVectors()))
                .apply("LeaveVectors", ParDo.of(new AggregationSteps.LeaveVector(results)));
        leave(read.get(ReadTenants.READ), "Tenants", Lane.TENANTS);
    }

    private void probe(Pipeline pipeline, List<ProbePart> parts) {
        PCollectionTuple read = spread(pipeline, "Probe", parts, Coders.PROBE_PART)
                .apply(
                        "ReadProbe",
                        ParDo.of(new ReadProbe(
                                        request.manifest(), request.days().last()))
                                .withOutputTags(ReadProbe.SUMS, TupleTagList.of(ReadProbe.READ)));
        read.get(ReadProbe.SUMS)
                .setCoder(KvCoder.of(Coders.PROBE_KEY, Coders.PROBE_SUMS))
                .apply("SumProbe", Combine.perKey(new AggregationSteps.SumProbe()))
                .apply("LeaveProbe", ParDo.of(new AggregationSteps.LeaveProbe(results)));
        leave(read.get(ReadProbe.READ), "Probe", Lane.PROBE);
    }

    /** One bundle for each part, whatever the runner makes of a list. */
    private static <T> PCollection<T> spread(Pipeline pipeline, String lane, List<T> parts, Coder<T> coder) {
        List<KV<Integer, T>> numbered = new ArrayList<>();
        for (T part : parts) {
            numbered.add(KV.of(numbered.size(), part));
        }
        return pipeline.apply(lane + "Parts", Create.of(numbered).withCoder(KvCoder.of(VarIntCoder.of(), coder)))
                .apply(lane + "Spread", Reshuffle.of())
                .apply(lane + "Part", Values.create());
    }

    private void leave(PCollection<ReadCounts> read, String name, Lane lane) {
        read.setCoder(Coders.READ_COUNTS)
                .apply(
                        "Sum" + name + "Counts",
                        Combine.globally(new AggregationSteps.SumReadCounts()).withoutDefaults())
                .apply("Leave" + name + "Counts", ParDo.of(new AggregationSteps.LeaveCounts(results, lane)));
    }

    private List<FilePart> parts(IngestInventory tenants) {
        return tenants.files().stream()
                .flatMap(file -> file.parts(request.rangeBytes()).stream())
                .toList();
    }

    private List<ProbePart> parts(SortedMap<ProbeSource, IngestInventory> probe) {
        List<ProbePart> parts = new ArrayList<>();
        probe.forEach((source, inventory) -> {
            if (source == ProbeSource.NEZHA_SPANS) {
                parts.add(new ProbePart(
                        source, inventory.files().stream().map(InputFile::whole).toList()));
                return;
            }

            inventory.files().stream()
                    .flatMap(file -> file.parts(request.rangeBytes()).stream())
                    .forEach(part -> parts.add(new ProbePart(source, List.of(part))));
        });
        return parts;
    }
}
