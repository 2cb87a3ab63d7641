package com.opsatc.evidence.law;

import java.math.BigInteger;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** Sums that cannot overflow. */
final class Sums {
    private Sums() {}

    static <T> BigInteger of(Collection<T> all, ToLongFunction<T> each) {
        BigInteger sum = BigInteger.ZERO;
        for (T one : all) {
            sum = sum.add(BigInteger.valueOf(each.applyAsLong(one)));
        }
        return sum;
    }
}
