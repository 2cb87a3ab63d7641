package com.opsatc.process.recommend;

import java.util.List;

/** All that a process is looked at for: one line each. */
final class Signs {
    static final List<SignSearch> ALL =
            List.of(new SlowSteps(), new SlowerSteps(), new RepeatedActivities(), new BackAndForth(), new LowerRates());

    private Signs() {}
}
