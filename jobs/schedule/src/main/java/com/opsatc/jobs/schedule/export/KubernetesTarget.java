package com.opsatc.jobs.schedule.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.opsatc.jobs.schedule.declare.AttemptLimits;
import com.opsatc.jobs.schedule.declare.CatchUp;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Kubernetes: a CronJob for each, of one image, with the home on a volume and the root key in a secret. */
final class KubernetesTarget implements ExportTarget {
    private static final String HOME = "opsatc-home";
    private static final String ROOT_KEY = "opsatc-root-key";
    private static final Path HOME_PATH = Path.of("/var/lib/opsatc");
    private static final String KEY_PATH = "/var/run/opsatc/key";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public String use() {
        return "kubectl apply -f FILE, beside a volume claim " + HOME + " and a secret " + ROOT_KEY
                + " with the key root.key";
    }

    @Override
    public SortedMap<String, String> files(List<ExportedJob> jobs, ExportPlace place) {
        StringBuilder text = new StringBuilder();
        for (ExportedJob job : jobs) {
            try {
                text.append(YAML.writeValueAsString(cronJob(job, place)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A map of texts and numbers is no YAML", e);
            }
        }

        return new TreeMap<>(Map.of("opsatc-cronjobs.yaml", text.toString()));
    }

    private static Map<String, Object> cronJob(ExportedJob job, ExportPlace place) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("schedule", job.plainCron());
        spec.put("timeZone", job.job().times().zone().getId());
        spec.put("concurrencyPolicy", "Forbid");
        if (job.job().catchUp() == CatchUp.SKIP) {
            spec.put("startingDeadlineSeconds", CatchUp.LATEST_START.toSeconds());
        }
        spec.put("jobTemplate", map("spec", jobSpec(job, place)));

        return map(
                "apiVersion",
                "batch/v1",
                "kind",
                "CronJob",
                "metadata",
                map("name", job.id(), "labels", map("app.kubernetes.io/name", "opsatc")),
                "spec",
                spec);
    }

    private static Map<String, Object> jobSpec(ExportedJob job, ExportPlace place) {
        AttemptLimits limits = job.job().limits();
        Map<String, Object> lasting = map(
                "action",
                "FailJob",
                "onExitCodes",
                map("operator", "In", "values", List.copyOf(AttemptLimits.lastingExitCodes())));
        Map<String, Object> pod = map(
                "restartPolicy",
                "Never",
                "activeDeadlineSeconds",
                limits.deadline().toSeconds(),
                "containers",
                List.of(container(job, place)),
                "volumes",
                List.of(
                        map("name", HOME, "persistentVolumeClaim", map("claimName", HOME)),
                        map("name", ROOT_KEY, "secret", map("secretName", ROOT_KEY, "defaultMode", 0400))));

        return map(
                "backoffLimit",
                limits.retries(),
                "podFailurePolicy",
                map("rules", List.of(lasting)),
                "template",
                map("spec", pod));
    }

    private static Map<String, Object> container(ExportedJob job, ExportPlace place) {
        return map(
                "name",
                "opsatc",
                "image",
                place.image(),
                "args",
                ExportPlace.arguments(job, HOME_PATH, KEY_PATH + "/root.key"),
                "volumeMounts",
                List.of(
                        map("name", HOME, "mountPath", HOME_PATH.toString()),
                        map("name", ROOT_KEY, "mountPath", KEY_PATH, "readOnly", true)));
    }

    /** In the order that a person reads. */
    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }

        return map;
    }
}
