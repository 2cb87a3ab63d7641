package com.opsatc.process.publish;

import com.opsatc.connector.Connector;
import com.opsatc.connector.Connectors;
import com.opsatc.contract.CanonicalJson;
import com.opsatc.contract.Definition;
import com.opsatc.contract.DefinitionRef;
import com.opsatc.contract.Definitions;
import com.opsatc.contract.ErrorCode;
import com.opsatc.contract.PipelineException;
import com.opsatc.contract.Sha256;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.process.admit.SourceSpec;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything in {@code conf} and in the request that decides a run's figures, and one digest of it.
 *
 * <p>The path of an extract is no part of the digest: the same files read from elsewhere mean the same.
 */
record RunConfiguration(
        List<SourceSpec> sources, Definitions definitions, QualityRules rules, ZoneId zone, Sha256 digest) {
    RunConfiguration {
        sources = List.copyOf(sources);
    }

    /** Loads what the request names; every fault of the configuration is reported at once by its loader. */
    static RunConfiguration load(RunRequest request) {
        Path folder = Path.of(request.configuration());
        Connectors connectors = Connectors.load(folder);
        Definitions definitions = Definitions.load(folder.resolve("definitions"));
        QualityRules rules = QualityRules.in(folder.resolve("quality"));
        List<SourceSpec> sources = new ArrayList<>();
        Map<String, Object> meaning = new TreeMap<>();
        for (RunRequest.Source source : request.sources()) {
            Connector connector = connectors.require(source.connector());
            requireProcessOnce(sources, connector, source.source());
            sources.add(new SourceSpec(
                    source.source(), connector, Path.of(source.path()), ZoneId.of(source.zone()), source.settings()));
            Map<String, Object> part = new TreeMap<>();
            part.put("connector", connector);
            part.put("zone", source.zone());
            part.put("settings", new TreeMap<>(source.settings()));
            part.put("rules", rules.of(connector));
            meaning.put(source.source(), part);
        }

        Map<String, Object> whole = new TreeMap<>();
        whole.put("zone", request.zone());
        whole.put("sources", meaning);
        whole.put("definitions", definitions.all());
        return new RunConfiguration(
                sources, definitions, rules, ZoneId.of(request.zone()), Sha256.of(CanonicalJson.write(whole)));
    }

    /** Figures and findings are named by their process: a tenant's sources have one each. */
    private static void requireProcessOnce(List<SourceSpec> sources, Connector connector, String source) {
        for (SourceSpec other : sources) {
            if (other.connector().process().equals(connector.process())) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot run sources " + other.source() + " and " + source + ": both are of process "
                                + connector.process() + "; put their files into one folder and add that as one source");
            }
        }
    }

    List<DefinitionRef> definitionRefs() {
        return definitions.all().stream().map(Definition::ref).toList();
    }
}
