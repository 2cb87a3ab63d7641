package com.opsatc.contract.advice;

import static java.util.Objects.requireNonNull;

import com.opsatc.contract.claim.Unit;
import java.math.BigDecimal;
import java.util.List;

/** A lever that would apply and is not recommended, with the reason. */
public record HeldBack(
        String process,
        LeverRef lever,
        Sign sign,
        List<String> subjects,
        Unit unit,
        BigDecimal conservative,
        BigDecimal optimistic,
        EvidenceStatus status,
        String reason) {
    public HeldBack {
        requireNonNull(process, "process");
        requireNonNull(lever, "lever");
        requireNonNull(sign, "sign");
        subjects = List.copyOf(subjects);
        requireNonNull(unit, "unit");
        requireNonNull(conservative, "conservative");
        requireNonNull(optimistic, "optimistic");
        requireNonNull(status, "status");
        requireNonNull(reason, "reason");
    }
}
