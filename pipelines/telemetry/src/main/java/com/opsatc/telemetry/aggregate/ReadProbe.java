package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.input.AccessLog;
import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.NezhaSpans;
import com.opsatc.telemetry.input.ObservationSink;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.otlp.OtlpLines;
import com.opsatc.telemetry.manifest.Manifest;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Reads files of the probe lane: exact sums by day, source and service, and what was read and refused. */
final class ReadProbe extends DoFn<ProbePart, KV<ProbeKey, ProbeSums>> {
    private static final long serialVersionUID = 1L;

    static final TupleTag<KV<ProbeKey, ProbeSums>> SUMS = new TupleTag<>() {};
    static final TupleTag<ReadCounts> READ = new TupleTag<>() {};

    private final byte[] manifestJson;
    private final LocalDate last;
    private transient Manifest manifest;

    ReadProbe(Manifest manifest, LocalDate last) {
        this.manifestJson = manifest.json();
        this.last = last;
    }

    @Setup
    public void setUp() {
        manifest = Manifest.ofJson(manifestJson);
    }

    @ProcessElement
    public void read(@Element ProbePart part, MultiOutputReceiver out) {
        OutputReceiver<KV<ProbeKey, ProbeSums>> sums = out.get(SUMS);
        ProbeTally tally = new ProbeTally(part.source(), manifest, last);
        readInto(tally, part);
        out.get(READ).output(tally.finish((key, sum) -> sums.output(KV.of(key, sum))));
    }

    private void readInto(ObservationSink sink, ProbePart part) {
        switch (part.source()) {
            case OTLP -> eachFile(part, file -> new OtlpLines(manifest).read(file, sink));
            case ACCESS_LOG -> eachFile(part, file -> new AccessLog(manifest).read(file, sink));
            case NEZHA_SPANS -> new NezhaSpans(manifest).read(part.files(), sink);
        }
    }

    private static void eachFile(ProbePart part, Consumer<FilePart> reader) {
        part.files().forEach(reader);
    }
}
