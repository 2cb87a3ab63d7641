package com.opsatc.kernel.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Passes on the integers of another source and keeps the bounds that were asked for. */
final class RecordingUniforms implements UniformSource {
    private final List<BigInteger> bounds = new ArrayList<>();
    private final UniformSource source;

    RecordingUniforms(UniformSource source) {
        this.source = source;
    }

    @Override
    public BigInteger below(BigInteger bound) {
        bounds.add(bound);
        return source.below(bound);
    }

    List<BigInteger> bounds() {
        return bounds;
    }
}
