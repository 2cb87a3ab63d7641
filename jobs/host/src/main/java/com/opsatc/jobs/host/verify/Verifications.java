package com.opsatc.jobs.host.verify;

import com.opsatc.contract.advice.RealisedEffect;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RecommendationsDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.error.PipelineException;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.json.ContractSchemas;
import com.opsatc.contract.quality.FileQuality;
import com.opsatc.contract.value.ProcessValue;
import com.opsatc.evidence.EffectCheck;
import com.opsatc.evidence.FigureCheck;
import com.opsatc.evidence.RealisedCheck;
import com.opsatc.evidence.ValueCheck;
import com.opsatc.tenancy.run.Published;
import com.opsatc.tenancy.run.StoredTables;
import com.opsatc.tenancy.scope.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Every check of a published run. The signature and the manifest's digest were checked when the run was opened: a {@link
 * Published} cannot be had without.
 *
 * <p>A figure is checked by a second implementation over the rows of its evidence document, and those rows by their digest.
 */
public final class Verifications {
    private static final List<String> JSON = Documents.ALL.stream()
            .filter(DocumentType::isJson)
            .map(DocumentType::name)
            .toList();
    private static final List<String> NOT_COVERED = List.of(
            "intervals, weekly series and companions of KPIs",
            "facts beside a finding's figure, but for the concentration of a bottleneck",
            "the lower end of a recommendation for a share that fell, which follows from an interval",
            CrossChecked.UNSTATED,
            "ages and risks of open cases, but for how many there are",
            "which cases break a rule, but for how often the rules were activated",
            "whether the extracts say what happened");

    private Verifications() {}

    public static Verification of(TenantScope scope, Published published) {
        RunManifest manifest = published.manifest();
        List<Verification.Check> checks = new ArrayList<>();
        checks.add(new Verification.Check(
                "signature",
                1,
                1,
                "manifest of head " + published.head().sequence() + ", signed by this platform for this tenant",
                List.of()));
        checks.add(documents(scope, manifest));
        checks.add(tableFiles(scope, manifest));
        checks.add(schemas(published));
        checks.add(counts(published));
        checks.add(LawVerification.of(published));
        checks.addAll(figures(published));

        return new Verification(scope.tenant(), manifest.runId(), checks, NOT_COVERED);
    }

    private static Verification.Check documents(TenantScope scope, RunManifest manifest) {
        List<String> broken = new ArrayList<>();
        for (RunManifest.Document document : manifest.documents()) {
            if (!holds(() -> digest(scope, document).equals(document.sha256()))) {
                broken.add(document.name());
            }
        }
        int all = manifest.documents().size();

        return new Verification.Check(
                "documents", all - broken.size(), all, "SHA-256 as the manifest states it", broken);
    }

    private static Verification.Check tableFiles(TenantScope scope, RunManifest manifest) {
        StoredTables.Inspection found = StoredTables.inspect(scope, manifest);
        String detail = manifest.tableFiles() == null
                ? "not listed by the release that published this run; run the tenant again"
                : "of " + manifest.snapshots().size()
                        + " tables, decrypted to the end; a run makes a damaged one again";

        return new Verification.Check(
                "table files", found.files() - found.damaged().size(), found.files(), detail, found.damaged());
    }

    private static Verification.Check schemas(Published published) {
        List<String> broken = new ArrayList<>();
        for (String name : JSON) {
            boolean holds = holds(() -> {
                ContractSchemas.validate(name.replace(".json", ""), published.document(name));
                return true;
            });
            if (!holds) {
                broken.add(name);
            }
        }

        return new Verification.Check(
                "schemas", JSON.size() - broken.size(), JSON.size(), "documents valid against their schemas", broken);
    }

    private static Verification.Check counts(Published published) {
        RunManifest manifest = published.manifest();
        QualityDocument quality = published.read(Documents.QUALITY);
        List<String> broken = new ArrayList<>();
        compare("read", manifest.read(), sum(quality, FileQuality::read), broken);
        compare("admitted", manifest.admitted(), sum(quality, FileQuality::admitted), broken);
        compare("quarantined", manifest.quarantined(), sum(quality, FileQuality::quarantined), broken);
        compare("duplicate", manifest.duplicate(), sum(quality, FileQuality::duplicate), broken);
        long reasons = quality.quarantine().stream()
                .mapToLong(QualityDocument.QuarantineCount::rows)
                .sum();
        compare("quarantine reasons", manifest.quarantined(), reasons, broken);
        int all = 5;

        return new Verification.Check(
                "counts",
                all - broken.size(),
                all,
                "read = admitted + quarantined + duplicate, in the manifest and over "
                        + quality.files().size() + " files",
                broken);
    }

    private static List<Verification.Check> figures(Published published) {
        List<String> brokenKpis = new ArrayList<>();
        long rows = 0;
        List<KpiValue> kpis = published.read(Documents.KPIS).kpis().stream()
                .filter(KpiValue::measured)
                .toList();
        for (KpiValue kpi : kpis) {
            rows += kpi.evidence().allRows();
            if (!holds(() -> FigureCheck.of(kpi, published.stream(kpi.evidence().document()))
                    .matches())) {
                brokenKpis.add(kpi.id());
            }
        }

        List<String> brokenFindings = new ArrayList<>();
        var findings = published.read(Documents.FINDINGS).withMembers().toList();
        for (var finding : findings) {
            rows += finding.evidence().allRows();
            if (!holds(() -> FigureCheck.of(
                            finding, published.stream(finding.evidence().document()))
                    .matches())) {
                brokenFindings.add(finding.id());
            }
        }
        List<String> brokenAdvice = new ArrayList<>();
        var advice = published
                .readIfThere(Documents.RECOMMENDATIONS)
                .map(RecommendationsDocument::recommendations)
                .orElse(List.of());
        for (var each : advice) {
            rows += each.evidence().allRows();
            if (!holds(
                    () -> EffectCheck.of(each, published.stream(each.evidence().document()))
                            .matches())) {
                brokenAdvice.add(each.id());
            }
        }
        String by = "computed again from their evidence by an independent implementation";

        return List.of(
                new Verification.Check(
                        "KPIs",
                        kpis.size() - (long) brokenKpis.size(),
                        kpis.size(),
                        "measured KPIs, " + by,
                        brokenKpis),
                new Verification.Check(
                        "findings",
                        findings.size() - (long) brokenFindings.size(),
                        findings.size(),
                        by + "; " + rows + " rows in all",
                        brokenFindings),
                new Verification.Check(
                        "advice",
                        advice.size() - (long) brokenAdvice.size(),
                        advice.size(),
                        "effects of recommendations, " + by,
                        brokenAdvice),
                worth(published),
                realised(published));
    }

    private static Verification.Check realised(Published published) {
        List<RealisedEffect> effects = published
                .readIfThere(Documents.RECOMMENDATIONS)
                .map(RecommendationsDocument::realised)
                .orElse(List.of());
        List<String> broken = effects.stream()
                .filter(each -> !holds(() -> RealisedCheck.of(each, published::stream)))
                .map(RealisedEffect::id)
                .toList();

        return new Verification.Check(
                "realised",
                effects.size() - (long) broken.size(),
                effects.size(),
                "what came of levers that were pulled, computed again from their evidence",
                broken);
    }

    /** Money and hours follow from effects that are held against their rows, and from rates that stand beside them. */
    private static Verification.Check worth(Published published) {
        List<String> broken = new ArrayList<>();
        Optional<RecommendationsDocument> document = published.readIfThere(Documents.RECOMMENDATIONS);
        List<ProcessValue> values =
                document.map(RecommendationsDocument::values).orElse(List.of());
        for (ProcessValue each : values) {
            if (!holds(() -> ValueCheck.of(document.orElseThrow(), each))) {
                broken.add(each.process());
            }
        }

        return new Verification.Check(
                "worth",
                values.size() - (long) broken.size(),
                values.size(),
                "processes whose hours and money follow from their recommendations and rates",
                broken);
    }

    /** What cannot be read does not hold. */
    private static boolean holds(Supplier<Boolean> check) {
        try {
            return check.get();
        } catch (PipelineException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void compare(String name, long stated, long found, List<String> broken) {
        if (stated != found) {
            broken.add(name + " (" + stated + " in the manifest, " + found + " over the files)");
        }
    }

    private static long sum(QualityDocument quality, ToLongFunction<FileQuality> count) {
        return quality.files().stream().mapToLong(count).sum();
    }

    private static Sha256 digest(TenantScope scope, RunManifest.Document document) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = scope.store().stream(document.path())) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            // A cut or altered file ends its stream with an error: it has no digest.
            return Sha256.of("");
        }

        return Sha256.finish(digest);
    }
}
