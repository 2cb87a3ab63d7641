package com.opsatc.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Answers with a written list of (bound, value) and refuses any bound but the next of the list. */
final class ScriptedUniforms implements UniformSource {
    private final List<long[]> script = new ArrayList<>();
    private int next;

    private ScriptedUniforms() {}

    /** Reads e.g. {@code (2,0)(4,3)}. */
    static ScriptedUniforms of(String text) {
        ScriptedUniforms uniforms = new ScriptedUniforms();
        for (String pair : text.substring(1, text.length() - 1).split("\\)\\(")) {
            String[] parts = pair.split(",");
            uniforms.script.add(new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])});
        }
        return uniforms;
    }

    @Override
    public BigInteger below(BigInteger bound) {
        assertThat(next).as("draws beyond the script, bound %s", bound).isLessThan(script.size());
        long[] step = script.get(next);
        assertThat(bound).as("bound of draw %d", next).isEqualTo(BigInteger.valueOf(step[0]));
        next++;
        return BigInteger.valueOf(step[1]);
    }

    boolean isUsedUp() {
        return next == script.size();
    }
}
