package com.opsatc.telemetry.aggregate;

import com.opsatc.telemetry.aggregate.bound.Bounding;
import com.opsatc.telemetry.aggregate.bound.UserDays;
import com.opsatc.telemetry.input.ReadCounts;
import com.opsatc.telemetry.manifest.Manifest;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** The steps after reading: sums and bounds, each a few lines around the arithmetic that is tested on its own. */
final class AggregationSteps {
    private AggregationSteps() {}

    static final class SumUserDays extends Combine.CombineFn<UserDays, UserDays, UserDays> {
        private static final long serialVersionUID = 1L;

        @Override
        public UserDays createAccumulator() {
            return new UserDays();
        }

        @Override
        public UserDays addInput(UserDays sum, UserDays more) {
            sum.addAll(more);
            return sum;
        }

        @Override
        public UserDays mergeAccumulators(Iterable<UserDays> sums) {
            UserDays merged = new UserDays();
            sums.forEach(merged::addAll);
            return merged;
        }

        @Override
        public UserDays extractOutput(UserDays sum) {
            return sum;
        }

        @Override
        public Coder<UserDays> getAccumulatorCoder(CoderRegistry registry, Coder<UserDays> input) {
            return Coders.USER_DAYS;
        }

        @Override
        public Coder<UserDays> getDefaultOutputCoder(CoderRegistry registry, Coder<UserDays> input) {
            return Coders.USER_DAYS;
        }
    }

    static final class SumVectors extends Combine.BinaryCombineFn<long[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public long[] apply(long[] left, long[] right) {
            return Bounding.sum(left, right);
        }
    }

    static final class SumProbe extends Combine.BinaryCombineFn<ProbeSums> {
        private static final long serialVersionUID = 1L;

        @Override
        public ProbeSums apply(ProbeSums left, ProbeSums right) {
            return left.plus(right);
        }
    }

    static final class SumReadCounts extends Combine.BinaryCombineFn<ReadCounts> {
        private static final long serialVersionUID = 1L;

        @Override
        public ReadCounts apply(ReadCounts left, ReadCounts right) {
            return left.plus(right);
        }
    }

    /** From the counts of some tenants' users to what these tenants add to each day, bounded. */
    static final class Bound extends DoFn<KV<Integer, UserDays>, KV<Integer, long[]>> {
        private static final long serialVersionUID = 1L;

        private final byte[] manifestJson;
        private transient Bounding bounding;

        Bound(Manifest manifest) {
            this.manifestJson = manifest.json();
        }

        @Setup
        public void setUp() {
            bounding = new Bounding(Manifest.ofJson(manifestJson));
        }

        @ProcessElement
        public void bound(@Element KV<Integer, UserDays> shard, OutputReceiver<KV<Integer, long[]>> out) {
            bounding.days(shard.getValue()).forEach((day, vector) -> out.output(KV.of(day, vector)));
        }
    }

    static final class LeaveVector extends DoFn<KV<Integer, long[]>, Void> {
        private static final long serialVersionUID = 1L;

        private final String results;

        LeaveVector(String results) {
            this.results = results;
        }

        @ProcessElement
        public void leave(@Element KV<Integer, long[]> day) {
            PipelineResults.of(results).vector(day.getKey(), day.getValue());
        }
    }

    static final class LeaveProbe extends DoFn<KV<ProbeKey, ProbeSums>, Void> {
        private static final long serialVersionUID = 1L;

        private final String results;

        LeaveProbe(String results) {
            this.results = results;
        }

        @ProcessElement
        public void leave(@Element KV<ProbeKey, ProbeSums> sums) {
            PipelineResults.of(results).probe(sums.getKey(), sums.getValue());
        }
    }

    static final class LeaveCounts extends DoFn<ReadCounts, Void> {
        private static final long serialVersionUID = 1L;

        private final String results;
        private final PipelineResults.Lane lane;

        LeaveCounts(String results, PipelineResults.Lane lane) {
            this.results = results;
            this.lane = lane;
        }

        @ProcessElement
        public void leave(@Element ReadCounts counts) {
            PipelineResults.of(results).counts(lane, counts);
        }
    }
}
