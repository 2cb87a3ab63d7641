package com.opsatc.contract.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the rates that a tenant declares for a process. */
public final class ValueRates {
    private ValueRates() {}

    /** What is wrong with them together, each as a clause; empty when they can be used. */
    public static List<String> problems(List<ValueRate> rates) {
        List<String> problems = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            List<ValueRate> versions = rates.stream()
                    .filter(rate -> rate.channel() == channel)
                    .sorted(Comparator.comparingInt(ValueRate::version))
                    .toList();
            for (int i = 1; i < versions.size(); i++) {
                ValueRate before = versions.get(i - 1);
                ValueRate rate = versions.get(i);
                if (before.version() == rate.version()) {
                    problems.add("channel " + channel.symbol() + " has version " + rate.version()
                            + " twice: give what holds from another day a version of its own");
                } else if (!rate.from().isAfter(before.from())) {
                    problems.add("version " + rate.version() + " of channel " + channel.symbol()
                            + " must hold from a later day than version " + before.version());
                }
            }
        }
        return problems;
    }

    /** The rate of a channel that holds on a day; empty where none does. */
    public static Optional<ValueRate> inForce(List<ValueRate> rates, Channel channel, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.channel() == channel && !rate.from().isAfter(day))
                .max(Comparator.comparingInt(ValueRate::version));
    }
}
