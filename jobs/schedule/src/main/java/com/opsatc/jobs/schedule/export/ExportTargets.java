package com.opsatc.jobs.schedule.export;

import java.util.List;
import java.util.Optional;

/** All targets; a new one is a class and a line here. */
public final class ExportTargets {
    public static final List<ExportTarget> ALL =
            List.of(new SystemdTarget(), new CrontabTarget(), new KubernetesTarget(), new AirflowTarget());

    private ExportTargets() {}

    public static List<String> names() {
        return ALL.stream().map(ExportTarget::name).toList();
    }

    public static Optional<ExportTarget> find(String name) {
        return ALL.stream().filter(target -> target.name().equals(name)).findFirst();
    }
}
