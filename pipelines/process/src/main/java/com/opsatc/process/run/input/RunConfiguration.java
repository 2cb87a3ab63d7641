package com.opsatc.process.run.input;

import com.opsatc.connector.Connector;
import com.opsatc.connector.ConnectorProblem;
import com.opsatc.connector.Connectors;
import com.opsatc.connector.FindingScope;
import com.opsatc.connector.LeverDone;
import com.opsatc.connector.TenantConfiguration;
import com.opsatc.connector.TitleSetting;
import com.opsatc.contract.advice.Lever;
import com.opsatc.contract.advice.Levers;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Definitions;
import com.opsatc.contract.error.ErrorCode;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.contract.text.Nearest;
import com.opsatc.process.admit.map.ConnectorExpressions;
import com.opsatc.process.admit.read.SourceSpec;
import com.opsatc.process.kpi.Kpis;
import com.opsatc.process.recommend.Declared;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything in {@code conf} and in the request that decides a run's figures, and one digest of it.
 *
 * <p>The path of an extract is no part of the digest: the same files read from elsewhere mean the same.
 */
public record RunConfiguration(
        List<SourceSpec> sources,
        Definitions definitions,
        Levers levers,
        SortedMap<String, SortedMap<String, String>> rules,
        ZoneId zone,
        TenantConfiguration tenant,
        Sha256 digest) {
    public RunConfiguration {
        sources = List.copyOf(sources);
    }

    /** Loads what the request names; every fault of the configuration is reported at once by its loader. */
    public static RunConfiguration load(RunRequest request) {
        Path folder = Path.of(request.configuration());
        List<Path> own = request.ownConfiguration() == null ? List.of() : List.of(Path.of(request.ownConfiguration()));
        Connectors connectors = Connectors.load(folder, own.toArray(new Path[0]));
        Definitions definitions = Definitions.load(folder.resolve("definitions"));
        Kpis.variants(definitions);
        Levers levers = Levers.load(folder.resolve("levers"));
        QualityRules rules = QualityRules.in(Stream.concat(own.stream(), Stream.of(folder))
                .map(each -> each.resolve("quality"))
                .toList());
        List<SourceSpec> sources = new ArrayList<>();
        SortedMap<String, SortedMap<String, String>> rulesBySource = new TreeMap<>();
        Map<String, Object> meaning = new TreeMap<>();
        for (RunRequest.Source source : request.sources()) {
            Connector connector = connectors.require(source.connector());
            SourceSpec spec = new SourceSpec(
                    source.source(),
                    source.process() == null ? connector : connector.named(source.process()),
                    Path.of(source.path()),
                    ZoneId.of(source.zone()),
                    source.settings());
            requireExpressions(connectors, spec.connector());
            requireOneMeaning(sources, spec);
            sources.add(spec);
            rulesBySource.put(source.source(), rules.of(connector));
            Map<String, Object> part = new TreeMap<>();
            part.put("connector", connector);
            part.put("zone", source.zone());
            part.put("settings", new TreeMap<>(source.settings()));
            part.put("rules", rulesBySource.get(source.source()));
            part.put("process", spec.connector().process());
            meaning.put(source.source(), part);
        }

        TenantConfiguration tenant = tenant(request, sources);
        requireLevers(tenant, levers);
        Map<String, Object> whole = new TreeMap<>();
        whole.put("zone", request.zone());
        whole.put("sources", meaning);
        whole.put("definitions", definitions.all());
        whole.put("levers", levers.all());
        if (!tenant.isEmpty()) {
            whole.put("tenant", tenant);
        }
        return new RunConfiguration(
                sources,
                definitions,
                levers,
                rulesBySource,
                ZoneId.of(request.zone()),
                tenant,
                Sha256.of(CanonicalJson.write(whole)));
    }

    private static void requireExpressions(Connectors connectors, Connector connector) {
        List<ConnectorProblem> problems = ConnectorExpressions.problems(connector);
        if (!problems.isEmpty()) {
            throw new PipelineException(
                    ErrorCode.CONFIGURATION,
                    "Cannot use connector " + connector.id() + ": " + connectors.described(connector.id(), problems));
        }
    }

    private static void requireLevers(TenantConfiguration tenant, Levers levers) {
        List<String> known = levers.all().stream().map(Lever::id).toList();
        tenant.leversDone().values().stream()
                .flatMap(List::stream)
                .map(LeverDone::lever)
                .filter(lever -> !known.contains(lever))
                .findFirst()
                .ifPresent(lever -> {
                    List<String> near = Nearest.of(lever, known);
                    throw new PipelineException(
                            ErrorCode.CONFIGURATION,
                            "Cannot use the configuration of tenant " + tenant.tenant() + ": levers-done has lever "
                                    + lever + ", which conf/levers does not"
                                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
                });
    }

    /** What the tenant declares, which must be of processes that it has. */
    private static TenantConfiguration tenant(RunRequest request, List<SourceSpec> sources) {
        String name = request.tenant().value();
        if (request.tenantConfiguration() == null) {
            return TenantConfiguration.none(name);
        }

        TenantConfiguration tenant = TenantConfiguration.load(Path.of(request.tenantConfiguration()), name);
        List<String> processes =
                sources.stream().map(source -> source.connector().process()).toList();
        Set<String> named = new TreeSet<>(tenant.processes().keySet());
        named.addAll(tenant.processCalendars().keySet());
        named.addAll(tenant.valueRates().keySet());
        named.addAll(tenant.leversDone().keySet());
        for (String declared : named) {
            if (!processes.contains(declared)) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot use the configuration of tenant " + name + ": it declares process " + declared
                                + ", and the tenant's processes are " + processes + "; correct the name, or remove it");
            }
        }
        return tenant;
    }

    /** What the tenant declares of a process. */
    public FindingScope tenantScope(String process) {
        return tenant.processes().getOrDefault(process, FindingScope.NONE);
    }

    /** What the tenant declares of a process that recommendations rest on. */
    public Declared declaredOf(String process) {
        return new Declared(
                tenant.valueRates().getOrDefault(process, List.of()),
                tenant.leversDone().getOrDefault(process, List.of()));
    }

    /** Sources of one process make one log, so that they must mean the same by it. */
    private static void requireOneMeaning(List<SourceSpec> sources, SourceSpec more) {
        for (SourceSpec other : sources) {
            Connector one = other.connector();
            Connector two = more.connector();
            if (one.process().equals(two.process())
                    && !(one.id().equals(two.id())
                            && one.kpis().equals(two.kpis())
                            && one.notMeasured().equals(two.notMeasured()))) {
                throw new PipelineException(
                        ErrorCode.CONFIGURATION,
                        "Cannot run sources " + other.source() + " and " + more.source() + ": both are of process "
                                + two.process() + ", but of different connectors or milestones; give one a process of"
                                + " its own: 'opsatc tenant set TENANT --source-name " + more.source()
                                + " --process NAME'");
            }
        }
    }

    /** What people call each process: as the first of its sources is set to say, else as its connector says. */
    public SortedMap<String, String> titles() {
        SortedMap<String, String> titles = new TreeMap<>();
        Stream.of(true, false)
                .flatMap(set ->
                        sources.stream().filter(source -> source.settings().containsKey(TitleSetting.NAME) == set))
                .map(SourceSpec::connector)
                .forEach(connector -> titles.putIfAbsent(connector.process(), connector.processTitle()));
        return titles;
    }

    /** The names of the sources of each process: those of one process make one log. */
    public List<List<String>> processes() {
        return List.copyOf(sourcesByProcess().values());
    }

    /** The same, by process. */
    public Map<String, List<String>> sourcesByProcess() {
        Map<String, List<String>> processes = new LinkedHashMap<>();
        for (SourceSpec source : sources) {
            processes
                    .computeIfAbsent(source.connector().process(), process -> new ArrayList<>())
                    .add(source.source());
        }

        return processes;
    }

    /** The rules of a source's streams, by stream. */
    public SortedMap<String, String> rulesOf(SourceSpec source) {
        return rules.get(source.source());
    }

    /** What the files of each source are read by, by source. */
    public SortedMap<String, Sha256> readings() {
        SortedMap<String, Sha256> readings = new TreeMap<>();
        sources.forEach(source -> readings.put(source.source(), source.reading()));
        return readings;
    }

    public List<DefinitionRef> definitionRefs() {
        return definitions.all().stream().map(Definition::ref).toList();
    }
}
