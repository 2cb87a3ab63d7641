package com.opsatc.contract.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How natural process limits of a weekly series were computed. */
public enum LimitMethod {
    /** Of single figures: the mean ± 2.66 times the mean moving range, the same for all weeks. */
    XMR("xmr"),
    /** Of shares (Laney's p′): the share ± 3 standard errors of the week's size, times what weeks vary beyond chance. */
    LANEY_P("laney-p");

    private final String symbol;

    LimitMethod(String symbol) {
        this.symbol = symbol;
    }

    @JsonValue
    public String symbol() {
        return symbol;
    }

    @JsonCreator
    public static LimitMethod ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(method -> method.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown method of limits; known are xmr, laney-p"));
    }
}
