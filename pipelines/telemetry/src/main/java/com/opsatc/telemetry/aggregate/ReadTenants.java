package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.input.FilePart;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.input.otlp.OtlpLines;
import com.opsatc.telemetry.manifest.Manifest;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;

/** Reads a part of a file of the tenants' lane: counts of its user-days, and what was read and refused. */
final class ReadTenants extends DoFn<FilePart, KV<Integer, UserDays>> {
    private static final long serialVersionUID = 1L;

    static final TupleTag<KV<Integer, UserDays>> USERS = new TupleTag<>() {};
    static final TupleTag<ReadCounts> READ = new TupleTag<>() {};

    private final byte[] manifestJson;
    private final Days days;
    private final String keys;
    private transient Manifest manifest;
    private transient OtlpLines otlp;

    ReadTenants(Manifest manifest, Days days, String keys) {
        this.manifestJson = manifest.json();
        this.days = days;
        this.keys = keys;
    }

    @Setup
    public void setUp() {
        manifest = Manifest.ofJson(manifestJson);
        otlp = new OtlpLines(manifest);
    }

    @ProcessElement
    public void read(@Element FilePart part, MultiOutputReceiver out) {
        OutputReceiver<KV<Integer, UserDays>> users = out.get(USERS);
        TenantTally tally = new TenantTally(
                manifest, days, new Pseudonyms(DayKeys.of(keys)), (shard, some) -> users.output(KV.of(shard, some)));
        otlp.read(part, tally);
        out.get(READ).output(tally.finish());
    }
}
