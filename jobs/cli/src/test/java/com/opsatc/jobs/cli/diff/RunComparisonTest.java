package com.opsatc.jobs.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.opsatc.contract.claim.Aggregation;
import com.opsatc.contract.claim.Definition;
import com.opsatc.contract.claim.DefinitionBuilder;
import com.opsatc.contract.claim.Finding;
import com.opsatc.contract.claim.FindingBuilder;
import com.opsatc.contract.claim.KpiValue;
import com.opsatc.contract.claim.KpiValueBuilder;
import com.opsatc.contract.document.DefinitionsDocument;
import com.opsatc.contract.document.DocumentType;
import com.opsatc.contract.document.Documents;
import com.opsatc.contract.document.QualityDocument;
import com.opsatc.contract.document.RunManifest;
import com.opsatc.contract.document.RunManifest.Input;
import com.opsatc.contract.document.RunManifestBuilder;
import com.opsatc.contract.figure.Interval;
import com.opsatc.contract.figure.Window;
import com.opsatc.contract.id.Sha256;
import com.opsatc.contract.id.TenantId;
import com.opsatc.contract.json.CanonicalJson;
import com.opsatc.jobs.cli.Publisher;
import com.opsatc.jobs.cli.SamplePublication;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each kind of difference by itself: the sample's documents against the same with one thing changed. */
class RunComparisonTest {
    private static final TenantId TENANT = new TenantId("readers");
    private static final Map<String, byte[]> DOCUMENTS = new SamplePublication(TENANT).documents();
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000_000L);
    private static final ComparedRun SAMPLE = new ComparedRun(
            Publisher.manifest(TENANT),
            read(Documents.KPIS).kpis(),
            read(Documents.FINDINGS).withMembers().toList(),
            List.of(),
            read(Documents.DEFINITIONS).definitions(),
            read(Documents.QUALITY));

    private static <T> T read(DocumentType<T> document) {
        return CanonicalJson.read(DOCUMENTS.get(document.name()), document.type());
    }

    private static KpiValue kpi() {
        return SAMPLE.kpis().get(0);
    }

    private static ComparedRun with(List<KpiValue> kpis) {
        return new ComparedRun(
                SAMPLE.manifest(), kpis, SAMPLE.findings(), List.of(), SAMPLE.definitions(), SAMPLE.quality());
    }

    private static ComparedRun withFindings(List<Finding> findings) {
        return new ComparedRun(
                SAMPLE.manifest(), SAMPLE.kpis(), findings, List.of(), SAMPLE.definitions(), SAMPLE.quality());
    }

    private static ComparedRun with(RunManifest manifest) {
        return new ComparedRun(
                manifest, SAMPLE.kpis(), SAMPLE.findings(), List.of(), SAMPLE.definitions(), SAMPLE.quality());
    }

    private static Interval interval(int low, int high) {
        return new Interval(
                new BigDecimal("0.95"),
                HOUR.multiply(BigDecimal.valueOf(low)),
                HOUR.multiply(BigDecimal.valueOf(high)),
                "order-statistic");
    }

    private static Difference only(ComparedRun from, ComparedRun to) {
        List<Difference> differences = RunComparison.of(from, to).differences();
        assertThat(differences).hasSize(1);
        return differences.get(0);
    }

    @Test
    void compare_runWithItself_saysThatNothingMoved() {
        RunComparison comparison = RunComparison.of(SAMPLE, SAMPLE);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.sentences())
                .containsExactly(
                        "Nothing moved: both runs say the same, 2 figures, 2 findings and 0 recommendations.",
                        "Both rest on the same extract files, definitions and settings.");
    }

    @Test
    void compare_figureThatMoved_hasBothTheDifferenceAndWhetherIntervalsOverlap() {
        KpiValue later = KpiValueBuilder.builder(kpi())
                .value(HOUR.multiply(BigDecimal.valueOf(8)))
                .n(5)
                .interval(interval(7, 9))
                .build();

        Difference difference = only(SAMPLE, with(List.of(later, SAMPLE.kpis().get(1))));

        assertThat(difference.part()).isEqualTo(DiffPart.FIGURES);
        assertThat(difference.kind()).isEqualTo(DiffKind.CHANGED);
        assertThat(difference.id()).isEqualTo(SamplePublication.KPI);
        assertThat(difference.amounts())
                .isEqualTo(new Amounts(
                        kpi().value(),
                        later.value(),
                        HOUR.multiply(BigDecimal.valueOf(6)),
                        kpi().unit(),
                        3L,
                        5L,
                        false));
        assertThat(RunComparison.of(SAMPLE, with(List.of(later, SAMPLE.kpis().get(1))))
                        .sentences()
                        .get(0))
                .isEqualTo("1 of 2 figures moved, 1 of them with intervals that do not overlap; findings: the same;"
                        + " recommendations: the same.");
    }

    /** Of two bounds, or of one and a figure, no difference says anything. */
    @Test
    void compare_figureThatBecameABound_saysSoAndHasNoDifference() {
        KpiValue earlier = KpiValueBuilder.builder(kpi())
                .aggregation(Aggregation.SURVIVAL_MEDIAN)
                .build();
        KpiValue later = KpiValueBuilder.builder(earlier).beyond(true).build();

        Difference difference = only(
                with(List.of(earlier, SAMPLE.kpis().get(1))),
                with(List.of(later, SAMPLE.kpis().get(1))));

        assertThat(difference.amounts().difference()).isNull();
        assertThat(difference.note()).isEqualTo("a bound, since too much is open: 2 h, then more than 2 h");
    }

    /** Intervals include both ends: those that touch overlap. */
    @Test
    void compare_intervalsThatTouch_overlap() {
        KpiValue later = KpiValueBuilder.builder(kpi()).interval(interval(6, 9)).build();

        assertThat(only(SAMPLE, with(List.of(later, SAMPLE.kpis().get(1))))
                        .amounts()
                        .overlap())
                .isTrue();
    }

    @Test
    void compare_figureOfAnotherDefinition_hasNoDifference() {
        KpiValue later = KpiValueBuilder.builder(kpi())
                .definition(new com.opsatc.contract.claim.DefinitionRef("cycle-time", 2))
                .build();

        Difference difference = only(SAMPLE, with(List.of(later, SAMPLE.kpis().get(1))));

        assertThat(difference.amounts().difference()).isNull();
        assertThat(difference.amounts().overlap()).isNull();
        assertThat(difference.note())
                .isEqualTo("of another definition: version 1, then 2, so that the difference says nothing");
    }

    @Test
    void compare_figureThatIsNotMeasuredAnyMore_isGoneWithTheReason() {
        KpiValue silent = KpiValue.notMeasured(
                kpi().id(), kpi().process(), SAMPLE.definitions().get(1), "the extract has no end");

        Difference gone = only(SAMPLE, with(List.of(silent, SAMPLE.kpis().get(1))));
        Difference back = only(with(List.of(silent, SAMPLE.kpis().get(1))), SAMPLE);

        assertThat(gone.kind()).isEqualTo(DiffKind.GONE);
        assertThat(gone.note()).isEqualTo("not measured: the extract has no end");
        assertThat(back.kind()).isEqualTo(DiffKind.NEW);
        assertThat(back.amounts().from()).isNull();
        assertThat(back.amounts().to()).isEqualByComparingTo(kpi().value());
    }

    /** Ids count ranks, so that they are another finding's in another run. */
    @Test
    void compare_findingOfAnotherId_isTheSameFinding() {
        Finding first = SAMPLE.findings().get(1);
        Finding renamed = FindingBuilder.builder(first)
                .id("F-order-to-cash-007")
                .value(HOUR)
                .build();

        Difference difference = only(withFindings(List.of(first)), withFindings(List.of(renamed)));

        assertThat(difference.kind()).isEqualTo(DiffKind.CHANGED);
        assertThat(difference.id()).isEqualTo("F-order-to-cash-007");
        assertThat(difference.note()).isEqualTo("it was F-order-to-cash-001-2");
        assertThat(difference.amounts().difference()).isEqualByComparingTo(HOUR.multiply(BigDecimal.valueOf(-4)));
    }

    /** Of several of one subject, those of one window are the same, and what is left over is new. */
    @Test
    void compare_twoFindingsOfOneSubject_arePairedByTheirWindow() {
        Finding first = SAMPLE.findings().get(1);
        Window earlier = new Window(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11), "UTC");
        Finding older = FindingBuilder.builder(first)
                .id("F-order-to-cash-001-2")
                .window(earlier)
                .build();

        assertThat(RunComparison.of(withFindings(List.of(first)), withFindings(List.of(older, first)))
                        .differences())
                .extracting(each -> each.kind() + " " + each.id())
                .containsExactly("NEW F-order-to-cash-001-2");
    }

    @Test
    void compare_subjectThatIsNotThereAnyMore_isGone() {
        Finding first = SAMPLE.findings().get(1);
        Finding other =
                FindingBuilder.builder(first).subjects(List.of("A", "B")).build();

        assertThat(RunComparison.of(withFindings(List.of(first)), withFindings(List.of(other)))
                        .differences())
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(DiffKind.NEW, DiffKind.GONE);
    }

    @Test
    void compare_extractFiles_tellsNewWithdrawnRestoredAndReplaced() {
        Input kept = input("kept", null);
        Input one = input("one", null);
        RunManifest with = RunManifestBuilder.builder(SAMPLE.manifest())
                .inputs(List.of(kept, one))
                .build();
        RunManifest without = RunManifestBuilder.builder(SAMPLE.manifest())
                .inputs(List.of(kept))
                .withdrawn(List.of(one))
                .build();
        RunManifest neither = RunManifestBuilder.builder(SAMPLE.manifest())
                .inputs(List.of(input("kept", Sha256.of("newer"))))
                .build();

        assertThat(only(with(with), with(without)).kind()).isEqualTo(DiffKind.WITHDRAWN);
        assertThat(only(with(without), with(with)).kind()).isEqualTo(DiffKind.RESTORED);
        assertThat(only(with(with.withdrawn().isEmpty() ? neither : with), with(without))
                        .note())
                .isEqualTo("it lies under its name again");
        assertThat(RunComparison.of(with(neither), with(with)).differences())
                .extracting(each -> each.kind() + " " + each.what())
                .containsExactlyInAnyOrder("CHANGED kept", "NEW one");
        assertThat(RunComparison.of(with(with), with(without)).sentences().get(1))
                .isEqualTo("What they rest on differs: extract files: 1 withdrawn.");
    }

    private static Input input(String name, Sha256 replacedBy) {
        return new Input("sap", "orders", Sha256.of(name), name, null, replacedBy, 10, 7);
    }

    @Test
    void compare_definitions_namesWhatOfThemChanged() {
        Definition first = SAMPLE.definitions().get(0);
        Definition changed =
                DefinitionBuilder.builder(first).version(2).formula("another").build();
        ComparedRun later = new ComparedRun(
                SAMPLE.manifest(),
                SAMPLE.kpis(),
                SAMPLE.findings(),
                List.of(),
                new DefinitionsDocument(read(Documents.DEFINITIONS).header(), List.of(changed)).definitions(),
                SAMPLE.quality());

        assertThat(RunComparison.of(SAMPLE, later).differences())
                .extracting(each -> each.kind() + " " + each.id() + ": " + each.note())
                .containsExactly(
                        "CHANGED bottleneck-recoverable-time: version 1, then 2; another formula",
                        "GONE cycle-time: null",
                        "GONE otif-line: null");
    }

    @Test
    void compare_settings_namesEach() {
        RunManifest other = RunManifestBuilder.builder(SAMPLE.manifest())
                .logicalDate(LocalDate.of(2026, 3, 5))
                .codeVersion("0.2.0")
                .configuration(Sha256.of("other"))
                .readings(new TreeMap<>(Map.of("sap", Sha256.of("a"))))
                .build();
        RunManifest read = RunManifestBuilder.builder(SAMPLE.manifest())
                .readings(new TreeMap<>(Map.of("sap", Sha256.of("b"))))
                .build();

        assertThat(RunComparison.of(with(read), with(other)).differences())
                .extracting(each -> each.what() + ": " + each.note())
                .containsExactly(
                        "logical date: 2026-03-04, then 2026-03-05",
                        "code: 0.1.0, then 0.2.0",
                        "configuration: what was declared for the tenant is not the same",
                        "source sap: its files are read by other columns, settings or zone");
    }

    @Test
    void compare_quality_countsRowsReasonsAndRules() {
        QualityDocument quality = SAMPLE.quality();
        QualityDocument other = new QualityDocument(
                quality.header(),
                quality.files(),
                List.of(),
                List.of(new QualityDocument.RuleOutcome("sap", "orders", "IsComplete \"id\"", "failed", "0.9")),
                List.of(new QualityDocument.LogCheck("order-to-cash", "ties", 4, 6)),
                quality.streams(),
                quality.mappings(),
                quality.order());
        RunManifest manifest = RunManifestBuilder.builder(SAMPLE.manifest())
                .admitted(9)
                .quarantined(0)
                .build();
        ComparedRun later =
                new ComparedRun(manifest, SAMPLE.kpis(), SAMPLE.findings(), List.of(), SAMPLE.definitions(), other);

        assertThat(RunComparison.of(SAMPLE, later).differences())
                .extracting(each -> each.what() + ": "
                        + (each.amounts() == null
                                ? each.note()
                                : each.amounts().from() + ", then "
                                        + each.amounts().to()))
                .containsExactly(
                        "rows admitted: 7, then 9",
                        "rows quarantined: 2, then 0",
                        "quarantined: type:at: 2, then 0",
                        "rule: IsComplete \"id\": passed, then failed",
                        "event log: ties: 0, then 4");
    }
}
