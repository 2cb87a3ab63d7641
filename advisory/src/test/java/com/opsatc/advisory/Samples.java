package com.opsatc.advisory;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Citation;
import com.opsatc.contract.claim.DefinitionRef;
import com.opsatc.contract.claim.Evidence;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.FindingKind;
import com.opsatc.contract.claim.Unit;
import com.opsatc.contract.document.AgeingDocument;
import com.opsatc.contract.document.ContextFile;
import com.opsatc.contract.document.DocumentHeader;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.FindingsDocument;
import com.opsatc.contract.document.KpisDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RulesDocument;
import com.opsatc.contract.document.WaitingDocument;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.contract.json.SchemaFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Valid published documents of a tenant, in which the tenant's name stands so that a leak shows. */
final class Samples {
    static final String FINDING_ID = "F-order-to-cash-001";
    static final String MEMBER_ID = "F-order-to-cash-001-2";

    private Samples() {}

    static Map<String, byte[]> documents(TenantId tenant) {
        return Map.of(
                Documents.CONTEXT.name(), context(tenant),
                Documents.KPIS.name(),
                        CanonicalJson.write(new KpisDocument(header(SchemaFile.KPIS, tenant), List.of())),
                Documents.FINDINGS.name(), findings(tenant),
                Documents.WAITING.name(),
                        CanonicalJson.write(new WaitingDocument(header(SchemaFile.WAITING, tenant), List.of())),
                Documents.AGEING.name(),
                        CanonicalJson.write(new AgeingDocument(header(SchemaFile.AGEING, tenant), List.of())),
                Documents.RULES.name(),
                        CanonicalJson.write(new RulesDocument(header(SchemaFile.RULES, tenant), List.of())),
                Documents.RECOMMENDATIONS.name(),
                        CanonicalJson.write(new RecommendationsDocument(
                                header(SchemaFile.RECOMMENDATIONS, tenant), List.of(), List.of(), List.of())),
                Documents.REPORT.name(),
                        ("<!doctype html><title>" + tenant + "</title><p>ä").getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for the slice that there is. */
    static final String SLICE_QUERY = "?kpi=K-order-to-cash-cycle-time&where=period%20%3D%202013-W10";

    /** As the command line writes one. */
    static byte[] slice(TenantId tenant) {
        return ("{\"caveats\":[\"A look at " + tenant
                        + ".\"],\"figure\":{\"aggregation\":\"median\",\"definition\":{\"id\":\"cycle-time\",\"version\":1},"
                        + "\"id\":\"K-order-to-cash-cycle-time\",\"n\":31,\"no_interval\":\"It has too few members for one.\",\"open\":0,"
                        + "\"recomputed\":\"value\",\"sample\":[{\"file\":\""
                        + Sha256.of("file").hex()
                        + "\",\"row\":1,\"system\":\"sap\"}],\"title\":\"Cycle time\",\"unit\":\"us\",\"value\":61,"
                        + "\"where\":\"period = 2013-W10\",\"whole\":60,\"whole_excluded\":[],\"whole_n\":700,"
                        + "\"window\":{\"from\":\"2013-03-04\",\"to\":\"2013-03-10\",\"zone\":\"UTC\"}},\"looks\":1}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] findings(TenantId tenant) {
        return CanonicalJson.write(new FindingsDocument(
                header(SchemaFile.FINDINGS, tenant),
                List.of(finding(FINDING_ID, tenant)
                        .leading("2 steps took longer.", List.of(finding(MEMBER_ID, tenant)))),
                List.of()));
    }

    private static Finding finding(String id, TenantId tenant) {
        return FindingBuilder.builder()
                .id(id)
                .kind(FindingKind.BOTTLENECK)
                .process("order-to-cash")
                .rank(1)
                .definition(new DefinitionRef("bottleneck-recoverable-time", 1))
                .subjects(List.of("Credit check of " + tenant, "Release"))
                .statement("The step from {subject.1} to {subject.2} holds the most recoverable time.")
                .value(BigDecimal.valueOf(61))
                .unit(Unit.MICROSECONDS)
                .aggregation(Aggregation.SUM_ABOVE_P25)
                .window(new Window(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 27), "UTC"))
                .n(2)
                .testsInFamily(0)
                .evidence(new Evidence(
                        Documents.evidence(id),
                        2,
                        /* censored= */ null,
                        Sha256.of("rows"),
                        List.of(new Citation("sap", Sha256.of("file"), 1))))
                .build();
    }

    private static byte[] context(TenantId tenant) {
        return CanonicalJson.write(new ContextFile(
                header(SchemaFile.CONTEXT, tenant),
                null,
                new ContextFile.Freshness(48),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ContextFile.Budget(1, 0),
                new ContextFile.Sanitised(0)));
    }

    private static DocumentHeader header(SchemaFile file, TenantId tenant) {
        return new DocumentHeader(
                file.id(), file.version(), tenant, "0f1e2d3c", LocalDate.of(2026, 3, 31), "UTC", "opsatc 0.1.0");
    }
}
