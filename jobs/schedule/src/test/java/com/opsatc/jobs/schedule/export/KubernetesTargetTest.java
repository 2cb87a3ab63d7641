package com.opsatc.jobs.schedule.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1CronJob;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The objects against Kubernetes' own model of them, which refuses unknown and mistyped fields. */
class KubernetesTargetTest {
    @Test
    void files_aJobOfATenant_isACronJob() throws Exception {
        JsonNode nightly = documents().get(0);

        assertThat(nightly.at("/metadata/name").asText()).isEqualTo("opsatc-nightly-acme");
        assertThat(nightly.at("/spec/schedule").asText()).isEqualTo("30 2 * * 1,2,3,4,5");
        assertThat(nightly.at("/spec/timeZone").asText()).isEqualTo("Europe/Berlin");
        assertThat(nightly.at("/spec/startingDeadlineSeconds").isMissingNode()).isTrue();
        assertThat(nightly.at("/spec/jobTemplate/spec/backoffLimit").asInt()).isEqualTo(2);
        assertThat(nightly.at("/spec/jobTemplate/spec/podFailurePolicy").toString())
                .isEqualTo(
                        "{\"rules\":[{\"action\":\"FailJob\",\"onExitCodes\":{\"operator\":\"In\",\"values\":[2,4,5]}}]}");
        JsonNode pod = nightly.at("/spec/jobTemplate/spec/template/spec");
        assertThat(pod.path("activeDeadlineSeconds").asInt()).isEqualTo(21600);
        assertThat(pod.at("/containers/0/args").toString())
                .isEqualTo("[\"run\",\"--tenant\",\"acme\",\"--home\",\"/var/lib/opsatc\",\"--root-key\","
                        + "\"/var/run/opsatc/key/root.key\"]");
    }

    @Test
    void files_whatIsSkipped_startsTenMinutesLateAtMost() throws Exception {
        assertThat(documents().get(2).at("/spec/startingDeadlineSeconds").asInt())
                .isEqualTo(600);
    }

    @Test
    void files_everyKindOfJob_kubernetesKnowsEveryField() throws Exception {
        List<JsonNode> documents = documents();
        assertThat(documents).hasSize(5);
        for (JsonNode document : documents) {
            V1CronJob.validateJsonElement(JsonParser.parseString(document.toString()));
        }
    }

    @Test
    void validation_mistypedField_isRefused() throws Exception {
        ObjectNode document = (ObjectNode) documents().get(0);
        ((ObjectNode) document.at("/spec/jobTemplate/spec")).put("backoffLimits", 1);

        assertThatThrownBy(() -> V1CronJob.validateJsonElement(JsonParser.parseString(document.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("backoffLimits");
    }

    private static List<JsonNode> documents() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (var documents = yaml.readerFor(JsonNode.class)
                .<JsonNode>readValues(new YAMLFactory().createParser(ExportedSample.file(new KubernetesTarget())))) {
            return documents.readAll();
        }
    }
}
