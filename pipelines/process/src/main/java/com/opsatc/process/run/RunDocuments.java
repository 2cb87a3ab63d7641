package com.opsatc.process.run;

import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.BottlenecksDocument;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.EdgesDocument;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.ProcessEdges;
import com.opsatc.contract.document.ProcessVariants;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.document.VariantsDocument;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.run.RunRequest;
import com.opsatc.evidence.law.ConservationLaws;
import com.opsatc.evidence.law.DocumentSet;
import com.opsatc.process.bottleneck.MinedProcess;
import com.opsatc.process.context.ContextFiles;
import com.opsatc.process.kpi.Sensitivities;
import com.opsatc.process.publish.DocumentFolder;
import com.opsatc.process.publish.ReportRenderer;
import com.opsatc.process.publish.Stages;
import com.opsatc.process.recommend.Advice;
import com.opsatc.process.run.input.RunConfiguration;
import com.opsatc.process.run.input.RunEnvironment;
import com.opsatc.process.run.stage.FigureCaveats;
import com.opsatc.process.run.stage.FiguresStage;
import com.opsatc.process.run.stage.ProcessState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the documents of a run: all are held against the conservation laws, and each against its schema, before it is stored. */
final class RunDocuments {
    private final RunEnvironment environment;
    private final RunRequest request;
    private final RunConfiguration configuration;
    private final DocumentFolder folder;
    private final String runId;
    private final LocalDate asOf;

    RunDocuments(
            RunEnvironment environment,
            RunRequest request,
            RunConfiguration configuration,
            DocumentFolder folder,
            String runId,
            LocalDate asOf) {
        this.environment = environment;
        this.request = request;
        this.configuration = configuration;
        this.folder = folder;
        this.runId = runId;
        this.asOf = asOf;
    }

    /** Writes all of them and returns how many findings there are. */
    long write(List<ProcessState> processes) {
        FiguresStage.Figures figures = FiguresStage.run(
                processes,
                configuration,
                asOf,
                (name, body) -> folder.stream(name, DocumentFolder.ARROW, body::writeTo));
        environment
                .progress()
                .finished(
                        Stages.FIGURES,
                        figures.kpis().size(),
                        figures.findings().size() + " findings");
        environment.progress().progress(Stages.DOCUMENTS, 0, 0, 0);
        KpisDocument kpis = new KpisDocument(
                header(Documents.KPIS),
                figures.kpis(),
                Sensitivities.of(figures.kpis(), configuration.definitions()),
                figures.guards());
        EdgesDocument edges = new EdgesDocument(header(Documents.EDGES), edges(processes));
        VariantsDocument variants = new VariantsDocument(header(Documents.VARIANTS), variants(processes));
        BottlenecksDocument bottlenecks = new BottlenecksDocument(
                header(Documents.BOTTLENECKS),
                figures.bottlenecks(),
                figures.outOfScope(),
                figures.alternations(),
                figures.unusual());
        FindingsDocument findings =
                new FindingsDocument(header(Documents.FINDINGS), figures.findings(), figures.notSupported());
        RecommendationsDocument recommendations = recommendations(figures.advice());
        WaitingDocument waiting = new WaitingDocument(header(Documents.WAITING), figures.waiting());
        AgeingDocument ageing = new AgeingDocument(header(Documents.AGEING), figures.ageing());
        RulesDocument rules = new RulesDocument(
                header(Documents.RULES),
                processes.stream()
                        .flatMap(process -> process.mined().rules().stream())
                        .toList());
        QualityDocument counted = quality(processes, figures.orders());
        QualityDocument quality = counted.keeping(ConservationLaws.require(new DocumentSet()
                .with(Documents.KPIS, kpis)
                .with(Documents.EDGES, edges)
                .with(Documents.VARIANTS, variants)
                .with(Documents.WAITING, waiting)
                .with(Documents.AGEING, ageing)
                .with(Documents.RULES, rules)
                .with(Documents.QUALITY, counted)));
        DefinitionsDocument definitions = new DefinitionsDocument(
                header(Documents.DEFINITIONS),
                List.copyOf(configuration.definitions().all()));
        json(Documents.KPIS, kpis);
        json(Documents.EDGES, edges);
        json(Documents.VARIANTS, variants);
        json(Documents.BOTTLENECKS, bottlenecks);
        json(Documents.WAITING, waiting);
        json(Documents.AGEING, ageing);
        json(Documents.RULES, rules);
        json(Documents.FINDINGS, findings);
        json(Documents.RECOMMENDATIONS, recommendations);
        json(Documents.QUALITY, quality);
        json(Documents.DEFINITIONS, definitions);
        json(
                Documents.CONTEXT,
                ContextFiles.of(
                        header(Documents.CONTEXT),
                        figures.kpis(),
                        figures.findings(),
                        recommendations,
                        new ContextFiles.Rules(
                                rules.rules(),
                                configuration
                                        .definitions()
                                        .require("declared-rule")
                                        .ref()),
                        refused(processes),
                        lost(processes)));
        folder.bytes(
                Documents.REPORT.name(),
                DocumentFolder.HTML,
                environment
                        .report()
                        .render(new ReportRenderer.Input(
                                kpis,
                                edges,
                                variants,
                                bottlenecks,
                                waiting,
                                ageing,
                                rules,
                                findings,
                                recommendations,
                                quality,
                                definitions)));
        environment.progress().finished(Stages.DOCUMENTS, folder.documents().size(), "");
        return figures.findings().size();
    }

    private <T> void json(DocumentType<T> type, T document) {
        byte[] bytes = CanonicalJson.write(document);
        ContractSchemas.validate(type.schema(), bytes);
        folder.bytes(type.name(), DocumentFolder.JSON, bytes);
    }

    private DocumentHeader header(DocumentType<?> type) {
        return new DocumentHeader(
                type.schema().id(),
                type.schema().version(),
                request.tenant(),
                runId,
                asOf,
                request.zone(),
                "opsatc " + request.codeVersion(),
                configuration.titles());
    }

    private RecommendationsDocument recommendations(List<Advice> advice) {
        return new RecommendationsDocument(
                header(Documents.RECOMMENDATIONS),
                advice.stream().flatMap(each -> each.recommendations().stream()).toList(),
                advice.stream().flatMap(each -> each.heldBack().stream()).toList(),
                advice.stream().flatMap(each -> each.lookedAt().stream()).toList(),
                advice.stream().map(Advice::value).toList(),
                advice.stream().flatMap(each -> each.realised().stream()).toList());
    }

    private static List<ProcessEdges> edges(List<ProcessState> processes) {
        List<ProcessEdges> edges = new ArrayList<>();
        processes.forEach(process -> process.mined()
                .views()
                .map(MinedProcess::edges)
                .map(view -> view.withCaveats(FigureCaveats.order(process.checks())))
                .forEach(edges::add));
        return edges;
    }

    private static List<ProcessVariants> variants(List<ProcessState> processes) {
        List<ProcessVariants> variants = new ArrayList<>();
        processes.forEach(
                process -> process.mined().views().map(MinedProcess::variants).forEach(variants::add));
        return variants;
    }

    private static Map<String, Long> refused(List<ProcessState> processes) {
        return processes.stream()
                .collect(Collectors.toMap(
                        process -> process.connector().process(),
                        process -> process.files()
                                .filter(file -> file.status().equals(FileQuality.REFUSED))
                                .count()));
    }

    /** By process, what its figures do not know: rows from which no event or object came. */
    private static Map<String, List<String>> lost(List<ProcessState> processes) {
        return processes.stream()
                .collect(Collectors.toMap(process -> process.connector().process(), process -> {
                    List<String> caveats = new ArrayList<>();
                    process.canonical().stream()
                            .flatMap(source -> source.counts().mappings().stream())
                            .forEach(count -> count.notable().forEach(text -> caveats.add("Of mapping " + text + ".")));
                    return caveats;
                }));
    }

    private QualityDocument quality(List<ProcessState> processes, List<QualityDocument.OrderCheck> orders) {
        return new QualityDocument(
                header(Documents.QUALITY),
                processes.stream().flatMap(ProcessState::files).toList(),
                processes.stream()
                        .flatMap(process -> process.admitted().stream().flatMap(source -> source.quarantine().stream()))
                        .toList(),
                processes.stream()
                        .flatMap(process -> process.admitted().stream().flatMap(source -> source.rules().stream()))
                        .toList(),
                processes.stream().flatMap(process -> process.checks().stream()).toList(),
                processes.stream()
                        .flatMap(process -> process.admitted().stream().flatMap(source -> source.streams().stream()))
                        .toList(),
                processes.stream()
                        .flatMap(process ->
                                process.canonical().stream().flatMap(source -> source.counts().mappings().stream()))
                        .toList(),
                Stream.concat(
                                orders.stream(),
                                processes.stream()
                                        .flatMap(process -> process.canonical().stream()
                                                .flatMap(source -> source.counts().orders().stream())))
                        .toList());
    }
}
